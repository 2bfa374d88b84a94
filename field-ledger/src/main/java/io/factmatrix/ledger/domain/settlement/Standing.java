package io.factmatrix.ledger.domain.settlement;

import io.factmatrix.ledger.domain.Position;
import io.factmatrix.ledger.domain.event.Field;
import java.util.Map;

/**
 * How far a ledger has come, and how far it has taken in what the merchant's ledgers tell.
 *
 * @param settledTo the watermark of each ledger, itself among them, that its people, orders and claims take account of
 * @param behind for how many milliseconds it has known of more of a ledger than it has taken in; 0 when it knows of none, absent
 *     when it has not looked since it started
 */
public record Standing(Position position, Map<Field, Long> settledTo, Map<Field, Long> behind) {

    public static final Standing START = new Standing(Position.START, Map.of(), Map.of());

    public Standing withBehind(Map<Field, Long> known) {
        return new Standing(position, settledTo, known);
    }
}
