package io.factmatrix.ledger.domain.selection;

import java.math.BigInteger;

/**
 * What was sold in a piece of time, in one currency; money in its minor units.
 *
 * @param start of the piece, in quarter-hours since the epoch, UTC
 * @param refunds refunded then
 * @param refundsOfPeriod refunded whenever of what was paid then
 */
public record PieceSales(
        long start, BigInteger gmv, BigInteger refunds, BigInteger refundsOfPeriod, BigInteger units) {}
