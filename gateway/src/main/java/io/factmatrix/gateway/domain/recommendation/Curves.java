package io.factmatrix.gateway.domain.recommendation;

import io.factmatrix.gateway.domain.estimate.Estimate;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Curves that tell the days, each shape as often as it is likely. What is told is their mean, which diminishes as each of them does.
 *
 * @param leastCost the least that was ever spent on a day; what less would bring is not told
 * @param mostCost the most
 */
public record Curves(List<Curve> draws, double leastCost, double mostCost) {

    /** What one unit of money more brings, per unit, with that cost each day. */
    public Estimate marginal(double cost) {
        return Estimate.wideAboveZero(meanMarginal(cost), drawn(curve -> curve.marginal(cost)));
    }

    /** The same without bounds. */
    double meanMarginal(double cost) {
        return draws.stream()
                .mapToDouble(curve -> curve.marginal(cost))
                .average()
                .orElseThrow();
    }

    /** What an average day brings with that cost each day. */
    public Estimate netGmv(double cost) {
        return Estimate.wide(drawn(curve -> curve.netGmv(cost)));
    }

    /** Which share of what acts on a day acts on the next one, too. */
    public Estimate carriedOver() {
        var drawn = drawn(curve -> curve.shape().carried());
        return Estimate.of(Arrays.stream(drawn).average().orElseThrow(), drawn);
    }

    private double[] drawn(ToDoubleFunction<Curve> of) {
        return draws.stream().mapToDouble(of).toArray();
    }
}
