package io.factmatrix.livestream.domain.review;

import io.factmatrix.ledger.domain.touchpoint.Place;
import java.time.Duration;
import java.time.Instant;

/**
 * A session as the ledger knows it: whatever its events at that touchpoint of that shop say belongs to it, whenever it happened: a refund
 * weeks later, too.
 *
 * @param endedAt excluded; not before the start
 */
public record Broadcast(String shop, String touchpoint, Instant startedAt, Instant endedAt) {

    public Broadcast {
        if (endedAt.isBefore(startedAt)) {
            throw new IllegalArgumentException("endedAt: %s (expected: not before %s)".formatted(endedAt, startedAt));
        }
    }

    /** Where its events happened. */
    public Place place() {
        return new Place(shop, touchpoint);
    }

    Duration length() {
        return Duration.between(startedAt, endedAt);
    }
}
