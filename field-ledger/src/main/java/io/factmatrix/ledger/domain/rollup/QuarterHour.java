package io.factmatrix.ledger.domain.rollup;

import java.time.Duration;
import java.time.Instant;

/**
 * A bucket of time: every zone's day begins on such a boundary, so any zone's days and hours are exact unions of buckets.
 *
 * @param number quarter-hours since the epoch, UTC
 */
public record QuarterHour(long number) implements Comparable<QuarterHour> {

    public static final Duration LENGTH = Duration.ofMinutes(15);

    /** The bucket that moment lies in. */
    public static QuarterHour of(Instant moment) {
        return new QuarterHour(Math.floorDiv(moment.getEpochSecond(), LENGTH.toSeconds()));
    }

    /** The moment itself if a bucket begins then, else where the next one begins. */
    public static Instant from(Instant moment) {
        var start = of(moment).start();
        return start.equals(moment) ? moment : start.plus(LENGTH);
    }

    /** The bucket in which {@code [.., end)} ends. */
    public static QuarterHour before(Instant end) {
        return of(end.minusMillis(1));
    }

    public Instant start() {
        return Instant.ofEpochSecond(number * LENGTH.toSeconds());
    }

    @Override
    public int compareTo(QuarterHour other) {
        return Long.compare(number, other.number);
    }
}
