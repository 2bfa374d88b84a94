package io.factmatrix.ledger.domain.touchpoint;

import java.math.BigInteger;
import java.time.Instant;

/**
 * What was paid in a piece of time.
 *
 * @param start of the piece
 * @param gmv in minor units
 * @param orders at their earliest line at the touchpoint
 */
public record SalesPoint(Instant start, BigInteger gmv, BigInteger units, BigInteger orders) {}
