package io.factmatrix.ledger.domain.rollup;

/** The sums of a sales cell. An order is counted at its earliest paid line, in each grain by itself. */
public enum Sale {
    GMV,
    REFUNDS,
    /** Refunds booked to the payment time of their line. */
    REFUNDS_OF_PERIOD,
    UNITS,
    LINES,
    LINES_WITH_AUDIENCE,
    /** Orders of the field. */
    ORDERS,
    ORDERS_OF_TOUCHPOINT,
    ORDERS_OF_PRODUCT,
    ORDERS_OF_TOUCHPOINT_AND_PRODUCT;

    static final int SIZE = values().length;
}
