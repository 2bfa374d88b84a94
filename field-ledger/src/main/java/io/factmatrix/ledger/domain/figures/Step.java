package io.factmatrix.ledger.domain.figures;

import io.factmatrix.kit.json.Word;
import io.factmatrix.ledger.domain.rollup.QuarterHour;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * How a window is cut into pieces that follow each other without a gap: by the clock of a zone. Where a clock is changed, a day has 23 or 25 hours, and an hour is
 * cut if the change lies within it.
 */
public enum Step implements Word {
    QUARTER_HOUR("15m"),
    HOUR("1h"),
    DAY("1d");

    private final String word;

    Step(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    /**
     * Where the pieces begin, the first of them at {@code from}.
     *
     * @param from a moment at which a day of the zone begins
     * @param to excluded
     */
    public List<Instant> starts(Instant from, Instant to, ZoneId zone) {
        var starts = new ArrayList<Instant>();
        for (var start = from; start.isBefore(to); start = next(start, zone)) {
            starts.add(start);
        }
        return starts;
    }

    private Instant next(Instant start, ZoneId zone) {
        return switch (this) {
            case QUARTER_HOUR -> start.plus(QuarterHour.LENGTH);
            case HOUR -> nextHour(start, zone);
            case DAY ->
                start.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        };
    }

    private static Instant nextHour(Instant start, ZoneId zone) {
        var offset = zone.getRules().getOffset(start);
        var hour = start.atOffset(offset)
                .truncatedTo(ChronoUnit.HOURS)
                .plusHours(1)
                .toInstant();
        var change = zone.getRules().nextTransition(start);
        return change == null || hour.isBefore(change.getInstant()) ? hour : change.getInstant();
    }
}
