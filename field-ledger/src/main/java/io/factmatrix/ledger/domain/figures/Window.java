package io.factmatrix.ledger.domain.figures;

import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.rollup.Cell;
import io.factmatrix.ledger.domain.rollup.Sale;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What figures are asked for.
 *
 * @param from included; on a quarter-hour
 * @param to excluded; on a quarter-hour
 * @param currency of the figures
 * @param shop only what happened in that shop
 * @param product only what concerns that product
 * @param touchpoint only what happened at that touchpoint
 */
public record Window(
        Instant from,
        Instant to,
        String currency,
        @Nullable String shop,
        @Nullable String product,
        @Nullable String touchpoint) {

    /** The grain in which an order is counted once: that of the question. */
    public Sale orders() {
        if (touchpoint == null) {
            return product == null ? Sale.ORDERS : Sale.ORDERS_OF_PRODUCT;
        }
        return product == null ? Sale.ORDERS_OF_TOUCHPOINT : Sale.ORDERS_OF_TOUCHPOINT_AND_PRODUCT;
    }

    public boolean covers(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    /** Whether that event happened in it. */
    public boolean covers(Event event) {
        return covers(Cell.at(event, event.occurredAt(), ""));
    }

    /** Whether what is summed in that cell happened in it. */
    public boolean covers(Cell cell) {
        return covers(cell.bucket().start())
                && (shop == null || shop.equals(cell.shop()))
                && (product == null || product.equals(cell.product()))
                && (touchpoint == null || touchpoint.equals(cell.touchpoint()));
    }
}
