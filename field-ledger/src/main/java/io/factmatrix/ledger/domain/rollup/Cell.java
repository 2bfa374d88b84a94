package io.factmatrix.ledger.domain.rollup;

import io.factmatrix.ledger.domain.event.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a sum lies. The order of the parts is the order of the store's key, so that cells are always written in one order.
 *
 * @param kind currency of sales and costs, kind of a ticket, empty for traffic
 * @param category category of a cost, else empty
 * @param touchpoint empty for what happened at none
 * @param product empty for what concerns none
 */
public record Cell(QuarterHour bucket, String shop, String touchpoint, String product, String kind, String category)
        implements Comparable<Cell> {

    /** The cell at an event's place, at that time. */
    public static Cell at(Event event, Instant moment, String kind) {
        return at(event, QuarterHour.of(moment), kind, "");
    }

    static Cell at(Event event, QuarterHour bucket, String kind, String category) {
        return new Cell(bucket, event.shop(), orEmpty(event.touchpoint()), orEmpty(event.product()), kind, category);
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    @Override
    public int compareTo(Cell other) {
        int order = bucket.compareTo(other.bucket);
        order = order == 0 ? shop.compareTo(other.shop) : order;
        order = order == 0 ? touchpoint.compareTo(other.touchpoint) : order;
        order = order == 0 ? product.compareTo(other.product) : order;
        order = order == 0 ? kind.compareTo(other.kind) : order;
        return order == 0 ? category.compareTo(other.category) : order;
    }
}
