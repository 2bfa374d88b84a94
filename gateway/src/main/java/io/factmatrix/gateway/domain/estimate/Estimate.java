package io.factmatrix.gateway.domain.estimate;

import java.util.Arrays;
import org.hipparchus.stat.descriptive.rank.Percentile;

/** A value with its bounds at 95%. */
public record Estimate(double value, double lower, double upper) {

    /** With the bounds that leave out a fortieth of the draws on either side; the value lies within. */
    public static Estimate of(double value, double[] draws) {
        var percentile = new Percentile();
        percentile.setData(draws);
        return new Estimate(
                value, Math.min(value, percentile.evaluate(2.5)), Math.max(value, percentile.evaluate(97.5)));
    }

    /** The mean of the draws, with bounds that are those of the draws, or those mirrored at the mean (basic bootstrap), whichever is farther. */
    public static Estimate wide(double[] draws) {
        return wide(Arrays.stream(draws).average().orElseThrow(), draws);
    }

    /** With bounds that are those of the draws, or those mirrored at the value (basic bootstrap), whichever is farther. */
    private static Estimate wide(double value, double[] draws) {
        var of = of(value, draws);
        return new Estimate(value, Math.min(of.lower, 2 * value - of.upper), Math.max(of.upper, 2 * value - of.lower));
    }

    /** The same of what is more than 0, with quotients mirrored below, where a difference might be less. */
    public static Estimate wideAboveZero(double value, double[] draws) {
        var of = of(value, draws);
        double mirrored = of.upper > 0 ? value * value / of.upper : 0;
        return new Estimate(value, Math.min(of.lower, mirrored), Math.max(of.upper, 2 * value - of.lower));
    }

    /**
     * The same without the bias that the draws have against the value of which they are draws; with bounds that are those of the draws, or those mirrored at the value (basic bootstrap),
     * whichever is farther.
     *
     * @param slack by which bounds are wider
     */
    public static Estimate corrected(double value, double[] draws, double slack) {
        var percentile = new Percentile();
        percentile.setData(draws);
        double lower = percentile.evaluate(2.5);
        double upper = percentile.evaluate(97.5);
        return new Estimate(
                2 * value - percentile.evaluate(50),
                Math.min(lower, 2 * value - upper) - slack,
                Math.max(upper, 2 * value - lower) + slack);
    }
}
