package io.factmatrix.ledger.domain.figures;

import java.time.Instant;

/**
 * One of the pieces into which a {@link Step} cuts a window: {@code [start, end)}, both on quarter-hours of UTC, as that is how figures are kept.
 *
 * @param byClock where it would begin by the clock of the zone: at {@code start}, or less than a quarter-hour before it
 */
public record Piece(Instant start, Instant end, Instant byClock) {

    /** Whether it begins later than by the clock, because the clock is changed between two quarter-hours. */
    public boolean isMoved() {
        return !start.equals(byClock);
    }
}
