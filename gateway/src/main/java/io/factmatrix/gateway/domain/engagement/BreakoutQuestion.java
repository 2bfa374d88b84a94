package io.factmatrix.gateway.domain.engagement;

import io.factmatrix.gateway.domain.AudienceQuestion;
import io.factmatrix.gateway.domain.Period;
import io.factmatrix.gateway.domain.Question;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.rollup.QuarterHour;
import java.time.Instant;
import java.time.ZoneId;

/** What the fields are asked for a breakout: T whom the engagement reached, whenever that was; the others whom they had reached before it. */
public record BreakoutQuestion(Engagement engagement) {

    private static final ZoneId UTC = ZoneId.of("UTC");

    /** No event is older. */
    private static final Instant FIRST = Instant.parse("2010-01-01T00:00:00Z");

    /** Nor is one younger: it would be refused as ahead. */
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

    /** The quarter-hour in which the slot begins: who was reached from then on may have come for the event. */
    public Instant before() {
        return QuarterHour.of(engagement.start()).start();
    }

    /** The same as of a view: of the day of the event. */
    public Question question() {
        var day = before().atZone(UTC).toLocalDate();
        return new Question(new Period(day, day.plusDays(1), UTC), engagement.currency(), null, null, null, null);
    }

    /** What is asked of that field. */
    public AudienceQuestion of(Field field) {
        return field == Field.KOL
                ? new AudienceQuestion(
                        FIRST, LAST, UTC, engagement.currency(), engagement.shop(), null, engagement.touchpoint())
                : new AudienceQuestion(FIRST, before(), UTC, engagement.currency(), null, null, null);
    }
}
