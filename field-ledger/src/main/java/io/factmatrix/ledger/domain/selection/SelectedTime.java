package io.factmatrix.ledger.domain.selection;

import io.factmatrix.ledger.domain.rollup.QuarterHour;
import java.time.Instant;
import java.util.List;

/**
 * A selection over time, in pieces. Each begins where the one before ends.
 *
 * @param starts of the pieces, ascending, in quarter-hours since the epoch, UTC
 * @param end of the last piece, excluded, alike
 */
public record SelectedTime(Selection selection, List<Long> starts, long end) {

    /** {@link IllegalArgumentException} when the pieces do not follow each other. */
    public SelectedTime {
        starts = List.copyOf(starts);
        for (int piece = 0; piece < starts.size(); piece++) {
            long next = piece + 1 < starts.size() ? starts.get(piece + 1) : end;
            if (starts.get(piece) >= next) {
                throw new IllegalArgumentException(
                        "starts: %d (expected: before %d)".formatted(starts.get(piece), next));
            }
        }
    }

    /** One piece. */
    public static SelectedTime whole(Selection selection, Instant from, Instant to) {
        return new SelectedTime(
                selection,
                List.of(QuarterHour.of(from).number()),
                QuarterHour.of(to).number());
    }

    /** The moment at which such a quarter-hour begins. */
    public static Instant moment(long quarterHour) {
        return new QuarterHour(quarterHour).start();
    }
}
