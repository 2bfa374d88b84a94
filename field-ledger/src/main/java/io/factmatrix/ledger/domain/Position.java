package io.factmatrix.ledger.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How far a ledger has come.
 *
 * @param watermark the position of its last event, 0 when it has none
 * @param recordedAt when that was recorded
 * @param settlement grows with what other ledgers change in its figures
 */
public record Position(long watermark, @Nullable Instant recordedAt, long settlement) {

    public static final Position START = new Position(0, null, 0);

    private static final Duration STEP = Duration.ofMillis(1);

    /** The position after that many more events, by the database's clock; time never stands still, nor goes back. */
    public Position after(int events, Instant now) {
        if (events == 0) {
            return this;
        }
        var clock = now.truncatedTo(ChronoUnit.MILLIS);
        var least = recordedAt == null ? clock : recordedAt.plus(STEP);
        return new Position(watermark + events, clock.isBefore(least) ? least : clock, settlement);
    }
}
