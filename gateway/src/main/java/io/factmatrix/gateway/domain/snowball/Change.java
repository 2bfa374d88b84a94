package io.factmatrix.gateway.domain.snowball;

/**
 * What is to be otherwise in the days to come: each a multiple of what it would be.
 *
 * @param enter an impression's views
 */
public record Change(double paidImpressions, double enter, double gpm) {

    /** All goes on as it was. */
    public static final Change NONE = new Change(1, 1, 1);
}
