package io.factmatrix.ledger.domain.selection;

import java.math.BigInteger;

/**
 * What was sold of a product in a window, in one currency; money in its minor units.
 *
 * @param refunds refunded in the window
 * @param refundsOfPeriod refunded whenever of what was paid in it
 */
public record ProductSales(
        String product, BigInteger gmv, BigInteger refunds, BigInteger refundsOfPeriod, BigInteger units) {}
