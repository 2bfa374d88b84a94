package io.factmatrix.gateway.domain.recommendation;

/**
 * What an average day in the middle of the window brings in net GMV, by what is spent on it; in minor units.
 *
 * @param base what comes without any cost
 * @param trend by which that grows a day
 * @param effect what e times as much brings more, where costs are far above {@code scale}
 * @param scale the cost at which one unit of money more brings half of what the first one brought
 */
public record Curve(double base, double trend, double effect, double scale) {

    /**
     * @param day from the middle of the window
     */
    double netGmv(double cost, double day) {
        return base + trend * day + effect * Math.log1p(cost / scale);
    }

    /** What one unit of money more brings. */
    double marginal(double cost) {
        return effect / (scale + cost);
    }

    /** The cost at which one unit of money more brings so much; less than 0 where it never does. */
    double costAt(double marginal) {
        return effect / marginal - scale;
    }
}
