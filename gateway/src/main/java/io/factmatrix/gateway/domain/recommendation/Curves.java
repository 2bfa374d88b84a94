package io.factmatrix.gateway.domain.recommendation;

import io.factmatrix.gateway.domain.estimate.Estimate;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A curve, and those that could as well have been estimated.
 *
 * @param leastCost the least that was ever spent on a day; what less would bring is not told
 * @param mostCost the most
 */
public record Curves(Curve curve, List<Curve> draws, double leastCost, double mostCost) {

    /** What one unit of money more brings, per unit, with that cost a day. */
    public Estimate marginal(double cost) {
        return Estimate.wideAboveZero(curve.marginal(cost), drawn(of -> of.marginal(cost)));
    }

    /** What an average day brings with that cost. */
    public Estimate netGmv(double cost) {
        return Estimate.wide(curve.netGmv(cost, 0), drawn(of -> of.netGmv(cost, 0)));
    }

    private double[] drawn(ToDoubleFunction<Curve> of) {
        return draws.stream().mapToDouble(of).toArray();
    }
}
