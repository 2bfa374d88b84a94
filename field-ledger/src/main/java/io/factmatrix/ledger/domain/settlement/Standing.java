package io.factmatrix.ledger.domain.settlement;

import io.factmatrix.ledger.domain.Position;
import io.factmatrix.ledger.domain.event.Field;
import java.time.Duration;
import java.util.Map;

/**
 * How far a ledger has come, and how far it has taken in what the merchant's ledgers tell.
 *
 * @param due the watermark of the last event that it recorded longer than {@link #SETTLES_WITHIN} ago: by now the others should have
 *     taken that in
 * @param told the last position in its feeds of shared orders and of first purchases
 * @param settledTo the watermark of each ledger, itself among them, up to which its events are taken in
 * @param heard the position up to which it has taken in what each other ledger told
 * @param behind for how many milliseconds it has known of more of a ledger than it has taken in; 0 when it knows of none, absent
 *     when it has not looked since it started
 */
public record Standing(
        Position position,
        long due,
        long told,
        Map<Field, Long> settledTo,
        Map<Field, Long> heard,
        Map<Field, Long> behind) {

    /** As long as ledgers may take to take in what one of them recorded. */
    public static final Duration SETTLES_WITHIN = Duration.ofSeconds(5);

    public static final Standing START = new Standing(Position.START, 0, 0, Map.of(), Map.of(), Map.of());

    /** The same of a ledger that had come that far. */
    public Standing at(Position then) {
        return new Standing(then, then.watermark(), told, settledTo, heard, behind);
    }

    public Standing withTold(long entries) {
        return new Standing(position, due, entries, settledTo, heard, behind);
    }

    public Standing withBehind(Map<Field, Long> known) {
        return new Standing(position, due, told, settledTo, heard, known);
    }
}
