package io.factmatrix.plan.domain;

import io.factmatrix.ledger.domain.event.Money;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far promises of a product may go.
 *
 * @param floors the lowest price of a unit, no currency twice; a price in another currency has none
 * @param stock units that there are for all promises together at any time; null: not limited
 */
public record Limit(
        String product, List<Money> floors, @Nullable Long stock) {

    public Limit {
        floors = List.copyOf(floors);
    }

    /** No limit of that product. */
    public static Limit none(String product) {
        return new Limit(product, List.of(), null);
    }

    Optional<Money> floor(String currency) {
        return floors.stream()
                .filter(floor -> floor.currency().equals(currency))
                .findFirst();
    }
}
