package io.factmatrix.ledger.domain.touchpoint;

import java.math.BigInteger;

/**
 * What was sold of a product at a place, in one currency; money in its minor units.
 *
 * @param orders each counted once for this product at this touchpoint, so that they do not add up over products
 */
public record ProductSums(BigInteger gmv, BigInteger refunds, BigInteger units, BigInteger orders) {

    /** Nothing of it was sold. */
    public static final ProductSums NONE =
            new ProductSums(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);
}
