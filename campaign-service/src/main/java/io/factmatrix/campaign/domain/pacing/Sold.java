package io.factmatrix.campaign.domain.pacing;

import java.math.BigInteger;

/**
 * What the pages of a campaign sold in a time.
 *
 * @param gmv in minor units
 * @param orders at their earliest line at the page; one with lines at two pages is one of each
 */
public record Sold(BigInteger gmv, BigInteger orders) {

    public static final Sold NOTHING = new Sold(BigInteger.ZERO, BigInteger.ZERO);

    /** Both together. */
    public Sold plus(Sold other) {
        return new Sold(gmv.add(other.gmv), orders.add(other.orders));
    }

    /** This without that part of it. */
    public Sold minus(Sold part) {
        return new Sold(gmv.subtract(part.gmv), orders.subtract(part.orders));
    }
}
