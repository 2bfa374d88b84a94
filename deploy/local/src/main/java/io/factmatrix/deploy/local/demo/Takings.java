package io.factmatrix.deploy.local.demo;

/**
 * What was taken somewhere for a while, in minor units of the shop's currency.
 *
 * @param discount what was taken off the prices
 * @param refunded what of it comes back, sooner or later
 */
record Takings(long orders, long gmv, long discount, long refunded) {

    static final Takings NONE = new Takings(0, 0, 0, 0);

    Takings plus(Takings other) {
        return new Takings(
                orders + other.orders, gmv + other.gmv, discount + other.discount, refunded + other.refunded);
    }

    long kept() {
        return gmv - refunded;
    }
}
