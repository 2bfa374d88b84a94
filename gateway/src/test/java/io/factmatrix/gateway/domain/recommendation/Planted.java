package io.factmatrix.gateway.domain.recommendation;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * Days of a field whose sales answer to costs by a curve that is known; nothing of the estimation is used. Money in minor units.
 *
 * @param netGmv of an average day, by its cost
 * @param variation of costs, as a coefficient of variation
 * @param noise of sales, as a share of them
 * @param carried share of what acts on a day that acts on the next one, too
 */
record Planted(DoubleUnaryOperator netGmv, double meanCost, double variation, double noise, double carried) {

    private static final double[] WEEK = {0.8, 0.9, 1, 1, 1.1, 1.2, 1};
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    Planted(DoubleUnaryOperator netGmv, double meanCost, double variation, double noise) {
        this(netGmv, meanCost, variation, noise, 0);
    }

    List<Day> days(int count, Random random) {
        var days = new ArrayList<Day>();
        double acting = meanCost;
        for (int day = 0; day < count; day++) {
            // More is spent on days on which more is sold anyway: that is not to be taken for an effect.
            double cost = meanCost * WEEK[day % 7] * Math.max(0.05, 1 + variation * random.nextGaussian());
            acting = (1 - carried) * cost + carried * acting;
            double sold = WEEK[day % 7] * netGmv.applyAsDouble(acting) * (1 + noise * random.nextGaussian());
            days.add(day(day, cost, sold));
        }
        return days;
    }

    static Day day(int number, double cost, double netGmv) {
        return new Day(FIRST.plusDays(number), whole(cost), whole(netGmv), false);
    }

    /** What one unit of money more brings. */
    double marginal(double cost) {
        return (netGmv.applyAsDouble(cost + 1) - netGmv.applyAsDouble(cost - 1)) / 2;
    }

    private static BigInteger whole(double value) {
        return BigInteger.valueOf(Math.round(value));
    }
}
