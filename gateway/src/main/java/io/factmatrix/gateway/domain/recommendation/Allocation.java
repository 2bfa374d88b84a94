package io.factmatrix.gateway.domain.recommendation;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.analysis.solvers.BrentSolver;

/**
 * Divides money so that curves together bring most: there one unit of money more brings the same on each, but for those that are at their least or most (Karush, Kuhn and Tucker). As each curve
 * brings less and less, there is one such return, and it is found by bracketing it (Brent).
 */
final class Allocation {

    /** Of the logarithm of the return; of a cost as a share of it. */
    private static final double PRECISION = 1e-13;

    /** In minor units: nearer than this no cost is looked for. */
    private static final double LEAST = 1e-9;

    private static final int STEPS = 1_000;

    private final List<Arm> arms;

    private Allocation(List<Arm> arms) {
        this.arms = arms;
    }

    /**
     * A field's curves with what may be spent on it.
     *
     * @param least per day, in minor units
     * @param most per day, in minor units
     */
    record Arm(Curves curves, double least, double most) {

        /** The cost at which one unit of money more brings so much, or the nearest. */
        private double at(double marginal) {
            if (curves.meanMarginal(least) <= marginal) {
                return least;
            }
            if (curves.meanMarginal(most) >= marginal) {
                return most;
            }
            return new BrentSolver(PRECISION, LEAST)
                    .solve(STEPS, cost -> Math.log(curves.meanMarginal(cost) / marginal), least, most);
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
                        .mapToDouble(arm -> arm.curves().meanMarginal(arm.most()))
                        .min()
                        .orElseThrow())
                - 1;
        double highest = Math.log(arms.stream()
                        .mapToDouble(arm -> arm.curves().meanMarginal(arm.least()))
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
                new BrentSolver(PRECISION, PRECISION).solve(STEPS, log -> sum(at(log)) - money, lowest, highest);
        return exactly(money, at(marginal));
    }

    private double[] at(double logarithm) {
        return arms.stream().mapToDouble(arm -> arm.at(Math.exp(logarithm))).toArray();
    }

    private static double sum(double[] of) {
        return Arrays.stream(of).sum();
    }

    /** What the search left over, to the arm with the greatest cost that no limit binds: there it changes least. */
    private double[] exactly(double money, double[] costs) {
        int greatest = -1;
        for (int at = 0; at < costs.length; at++) {
            var arm = arms.get(at);
            boolean isFree = arm.least() < costs[at] && costs[at] < arm.most();
            if (isFree && (greatest < 0 || costs[at] > costs[greatest])) {
                greatest = at;
            }
        }
        if (greatest >= 0) {
            var arm = arms.get(greatest);
            double exact = costs[greatest] + money - sum(costs);
            costs[greatest] = Math.max(arm.least(), Math.min(arm.most(), exact));
        }
        return costs;
    }
}
