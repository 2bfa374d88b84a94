package io.factmatrix.ledger.domain.history;

import io.factmatrix.ledger.domain.event.Event;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * A line that somebody paid and that counts.
 *
 * @param id of the paid event, in its field
 */
public record Purchase(String audience, Instant occurredAt, String id) {

    /** Ties: the smaller id. */
    public static final Comparator<Purchase> EARLIEST =
            Comparator.comparing(Purchase::occurredAt).thenComparing(Purchase::id);

    /** The purchase of a paid event that names its audience. */
    public static Purchase of(Event paid) {
        return new Purchase(Objects.requireNonNull(paid.audience()), paid.occurredAt(), paid.id());
    }
}
