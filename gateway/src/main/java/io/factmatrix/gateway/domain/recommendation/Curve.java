package io.factmatrix.gateway.domain.recommendation;

/**
 * What an average day in the middle of the window brings in net GMV, by what is spent on each day; in minor units.
 *
 * @param base what comes without any cost
 * @param trend by which that grows a day
 * @param effect of what the shape makes of costs; at least 0
 */
record Curve(double base, double trend, double effect, Shape shape) {

    double netGmv(double cost) {
        return base + effect * shape.of(cost);
    }

    /** What one unit of money more brings. */
    double marginal(double cost) {
        return effect * shape.marginal(cost);
    }
}
