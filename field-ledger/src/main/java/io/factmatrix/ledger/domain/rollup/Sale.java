package io.factmatrix.ledger.domain.rollup;

import java.util.List;

/** The sums of a sales cell. An order is counted at its earliest paid line, in each grain by itself. */
public enum Sale {
    /** Orders of the field. */
    ORDERS,
    ORDERS_OF_TOUCHPOINT,
    ORDERS_OF_PRODUCT,
    ORDERS_OF_TOUCHPOINT_AND_PRODUCT,
    GMV,
    REFUNDS,
    /** Refunds booked to the payment time of their line. */
    REFUNDS_OF_PERIOD,
    UNITS,
    LINES,
    LINES_WITH_AUDIENCE;

    /** The sums of orders, one a grain; before all others, so that they can be kept apart from them. */
    public static final List<Sale> OF_ORDERS =
            List.of(ORDERS, ORDERS_OF_TOUCHPOINT, ORDERS_OF_PRODUCT, ORDERS_OF_TOUCHPOINT_AND_PRODUCT);

    static final int SIZE = values().length;
}
