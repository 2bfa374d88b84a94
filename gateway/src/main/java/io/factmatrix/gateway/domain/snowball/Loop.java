package io.factmatrix.gateway.domain.snowball;

import io.factmatrix.gateway.domain.estimate.Estimate;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.descriptive.rank.Median;
import org.jspecify.annotations.Nullable;

/**
 * The loop, at the median state of the days.
 *
 * @param r the snowball coefficient: more than 1, and the ball grows by itself; less, and it needs to be fed
 * @param kappaPhi free impressions that what a view deposits brings a day
 * @param phi follows and fan joins of a view; null when they are not known of every day
 * @param epsilon null when GPM does not move, or is 0 on some day
 * @param enter an impression's views
 * @param spread of the residuals, as a standard deviation of logarithms
 */
public record Loop(
        Estimate r,
        Estimate rho,
        Estimate kappaPhi,
        Estimate delta,
        @Nullable Double phi,
        @Nullable Estimate epsilon,
        double enter,
        double spread) {

    static Loop of(Fitted fitted, @Nullable Double phi, List<Bootstrap.Draw> draws) {
        double enter = new Median().evaluate(fitted.days().enter());
        var of = new Of(fitted.estimation(), draws);
        return new Loop(
                of.corrected(coefficients -> coefficients.r(enter)),
                of.estimate(Coefficients::rho),
                of.estimate(Coefficients::kappaPhi),
                of.estimate(Coefficients::delta),
                phi,
                fitted.estimation().tellsEpsilon() ? of.estimate(Coefficients::epsilon) : null,
                enter,
                fitted.estimation().spread());
    }

    private record Of(Estimation estimation, List<Bootstrap.Draw> draws) {

        Estimate estimate(ToDoubleFunction<Coefficients> coefficient) {
            return Estimate.of(value(coefficient), drawn(coefficient));
        }

        /**
         * Half of the variance of noise is between its mean and its median, and which of them the coefficients are of is a matter of taste; as much again is for the factors of weekdays, which are
         * estimates themselves: with this, bounds hold what was planted as often as they say.
         */
        Estimate corrected(ToDoubleFunction<Coefficients> coefficient) {
            return Estimate.corrected(
                    value(coefficient), drawn(coefficient), estimation.spread() * estimation.spread());
        }

        private double value(ToDoubleFunction<Coefficients> coefficient) {
            return coefficient.applyAsDouble(estimation.coefficients());
        }

        private double[] drawn(ToDoubleFunction<Coefficients> coefficient) {
            return draws.stream()
                    .mapToDouble(
                            draw -> coefficient.applyAsDouble(draw.estimation().coefficients()))
                    .toArray();
        }
    }
}
