package io.factmatrix.gateway.domain.recommendation;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.analysis.solvers.BisectionSolver;

/**
 * Divides money so that curves together bring most: there one unit of money more brings the same on each, but for those that are at their least or most (Karush, Kuhn and Tucker). As each curve
 * brings less and less, there is one such return, and it is found by bisection.
 */
final class Allocation {

    /** Of the logarithm of the return. */
    private static final double PRECISION = 1e-13;

    private static final int STEPS = 1_000;

    private final List<Arm> arms;

    private Allocation(List<Arm> arms) {
        this.arms = arms;
    }

    /**
     * A curve with what may be spent on it.
     *
     * @param least per day, in minor units
     * @param most per day, in minor units
     */
    record Arm(Curve curve, double least, double most) {

        private double at(double marginal) {
            return Math.max(least, Math.min(most, curve.costAt(marginal)));
        }
    }

    /**
     * Per day, in minor units.
     *
     * @param money per day, from what all arms take at least to what they take at most
     */
    static double[] of(List<Arm> arms, double money) {
        return new Allocation(arms).of(money);
    }

    private double[] of(double money) {
        // From a return so low that each is at its most to one so high that each is at its least.
        double lowest = Math.log(arms.stream()
                        .mapToDouble(arm -> arm.curve().marginal(arm.most()))
                        .min()
                        .orElseThrow())
                - 1;
        double highest = Math.log(arms.stream()
                        .mapToDouble(arm -> arm.curve().marginal(arm.least()))
                        .max()
                        .orElseThrow())
                + 1;
        if (money <= sum(at(highest))) {
            return at(highest);
        }
        if (money >= sum(at(lowest))) {
            return at(lowest);
        }
        double marginal =
                new BisectionSolver(PRECISION, PRECISION).solve(STEPS, log -> sum(at(log)) - money, lowest, highest);
        return exactly(money, at(marginal));
    }

    private double[] at(double logarithm) {
        return arms.stream().mapToDouble(arm -> arm.at(Math.exp(logarithm))).toArray();
    }

    private static double sum(double[] of) {
        return Arrays.stream(of).sum();
    }

    /** What bisection left over, to the arms that no limit binds: each of them brings the same. */
    private double[] exactly(double money, double[] costs) {
        for (int at = 0; at < costs.length; at++) {
            var arm = arms.get(at);
            if (arm.least() < costs[at] && costs[at] < arm.most()) {
                double left = money - sum(costs);
                costs[at] = Math.max(arm.least(), Math.min(arm.most(), costs[at] + left));
            }
        }
        return costs;
    }
}
