package io.factmatrix.ledger.domain.figures;

import io.factmatrix.kit.json.Word;
import io.factmatrix.ledger.domain.rollup.QuarterHour;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * How a window is cut into pieces that follow each other without a gap: by the clock of a zone. Where a clock is changed, a day has more or fewer than 24 hours, and an
 * hour is cut if the change lies within it. Every piece begins on a quarter-hour of UTC: a clock that is changed at one minute past midnight cuts at the next quarter.
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
     * The pieces in order, the first of them from {@code from}, the last to {@code to}.
     *
     * @param from a moment at which a day of the zone begins, and so a quarter-hour of UTC
     * @param to another, excluded
     */
    public List<Piece> pieces(Instant from, Instant to, ZoneId zone) {
        var pieces = new ArrayList<Piece>();
        for (var byClock = from; byClock.isBefore(to); ) {
            var next = next(byClock, zone);
            var start = QuarterHour.from(byClock);
            var end = next.isBefore(to) ? QuarterHour.from(next) : to;
            // What lies between two quarter-hours by the clock alone has no figures of its own.
            if (start.isBefore(end)) {
                pieces.add(new Piece(start, end, byClock));
            }
            byClock = next;
        }
        return pieces;
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
