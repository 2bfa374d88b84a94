package io.factmatrix.gateway.domain.snowball;

import io.factmatrix.gateway.domain.estimate.LeastSquares;
import java.util.Arrays;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * The coefficients that tell each day best from the days before it. Given δ, the model is linear in all others but ε, and in ε near to where it is: so δ is searched for, and the rest
 * is solved; then once more from there. Residuals count in proportion to what was expected, since noise is of that kind, and great ones less (Huber). That views deposit anything at all is
 * only said when it tells the days better than any one coefficient would by chance.
 */
final class Estimation {

    private final Coefficients coefficients;
    private final Weekdays weekdays;

    /** Day by day, as a multiple of its median; 1 where it cannot be told what it does. */
    private final double[] gpm;

    /** Whether GPM moves and is known. */
    private final boolean tellsEpsilon;

    /** Of each day but the first, as logarithms of what was to what was expected. */
    private final double[] residuals;

    /** Of the residuals: 1.4826 times their median absolute deviation. */
    private final double spread;

    Estimation(
            Coefficients coefficients,
            Weekdays weekdays,
            double[] gpm,
            boolean tellsEpsilon,
            double[] residuals,
            double spread) {
        this.coefficients = coefficients;
        this.weekdays = weekdays;
        this.gpm = gpm;
        this.tellsEpsilon = tellsEpsilon;
        this.residuals = residuals;
        this.spread = spread;
    }

    Coefficients coefficients() {
        return coefficients;
    }

    Weekdays weekdays() {
        return weekdays;
    }

    double[] gpm() {
        return gpm;
    }

    boolean tellsEpsilon() {
        return tellsEpsilon;
    }

    double[] residuals() {
        return residuals;
    }

    double spread() {
        return spread;
    }

    /** A stock that loses less is there for years, one that loses more is none. */
    private static final double[] DELTAS = {.001, .002, .005, .01, .02, .03, .05, .07, .1, .14, .2, .28, .4, .6};

    /** Of a level to which views add nothing. */
    private static final double[] FEW = {.001, .005, .02, .1, .4};

    /** Around an estimate that is at hand, and then around the best so far. */
    private static final double[] AROUND = {.25, .4, .65, 1, 1.5, 2.5, 4};

    private static final double[][] NEARER = {{.7, .85, 1, 1.18, 1.4}, {.8, .9, 1, 1.1, 1.25}, {.94, 1, 1.06}};

    private static final double USUAL_DELTA = 0.12;
    private static final double DELTA_SPREAD = 1.2;

    private static final double MOST_DELTA = 0.95;
    private static final double LEAST_EPSILON = -1;
    private static final double MOST_EPSILON = 3;

    /** Of their spread, beyond which residuals count less. */
    private static final double HUBER = 2.5;

    /** What makes a median absolute deviation a standard deviation, of normal noise. */
    private static final double NORMAL = 1.4826;

    private static final double LEAST_SPREAD = 1e-6;

    /** Of ln GPM: what moves less moves nothing. */
    private static final double LEAST_MOVE = 0.005;

    private static final boolean[] SIGNED = {false, true, false, false};

    static Estimation of(Observations days) {
        return of(days, DELTAS, true);
    }

    /** Of days that are like those of which this is one. */
    Estimation again(Observations days) {
        return of(
                days,
                Arrays.stream(AROUND)
                        .map(step -> Math.min(step * coefficients.delta(), MOST_DELTA))
                        .toArray(),
                coefficients.kappaPhi() == 0);
    }

    private static Estimation of(Observations days, double[] deltas, boolean mayLackLoop) {
        var weekdays = Weekdays.of(days);
        var gpm = days.gpm();
        double median = new Median().evaluate(gpm);
        boolean tells = Arrays.stream(gpm).allMatch(of -> of > 0) && moves(gpm);
        Arrays.setAll(gpm, day -> tells ? gpm[day] / median : 1);
        return new Search(weekdays.without(days), days.views(), gpm, deltas).estimation(weekdays, tells, mayLackLoop);
    }

    /** What other days with the same GPM are off by, of these coefficients. */
    double[] residuals(Observations other) {
        var level = weekdays.without(other);
        return logarithms(level, expected(coefficients, level, other.views(), gpm));
    }

    /** Of each day but the first; never quite nothing. */
    private static double[] expected(Coefficients by, double[] free, double[] views, double[] gpm) {
        var expected = new double[free.length - 1];
        double brought = by.brought();
        for (int day = 0; day < expected.length; day++) {
            expected[day] = Math.max(by.next(free[day], gpm[day], brought), free[day + 1] / 100);
            brought = by.broughtAfter(brought, views[day]);
        }
        return expected;
    }

    private static double[] logarithms(double[] free, double[] expected) {
        var residuals = new double[expected.length];
        Arrays.setAll(residuals, day -> Math.log(free[day + 1] / expected[day]));
        return residuals;
    }

    private static boolean moves(double[] gpm) {
        var logs = Arrays.stream(gpm).map(Math::log).toArray();
        double mean = Arrays.stream(logs).average().orElse(0);
        return Arrays.stream(logs)
                        .map(log -> (log - mean) * (log - mean))
                        .average()
                        .orElse(0)
                > LEAST_MOVE * LEAST_MOVE;
    }

    private static final class Search {

        private final double[] first;
        private final double[] free;
        private final double[] views;
        private final double[] gpm;
        private final int rows;
        private final double[] weights;
        private final double[] again;
        private final double[] moved;
        private final double[] target;
        private double noise;
        private Coefficients best = new Coefficients(0, 0, 1, 0, 0);

        Search(double[] free, double[] views, double[] gpm, double[] first) {
            this.first = first;
            this.free = free;
            this.views = views;
            this.gpm = gpm;
            this.rows = free.length - 1;
            this.weights = new double[rows];
            this.again = new double[rows];
            this.moved = new double[rows];
            this.target = new double[rows];
            Arrays.setAll(weights, day -> 1 / free[day + 1]);
        }

        Estimation estimation(Weekdays weekdays, boolean tellsEpsilon, boolean mayLackLoop) {
            double with = search(first, true);
            for (var steps : NEARER) {
                reweigh();
                double around = best.delta();
                with = search(
                        Arrays.stream(steps)
                                .map(step -> Math.min(step * around, MOST_DELTA))
                                .toArray(),
                        true);
            }
            var looped = best;
            if (!mayLackLoop || search(FEW, false) > with * Math.exp(1.0 / rows)) {
                best = looped;
            }
            var residuals = residuals();
            return new Estimation(best, weekdays, gpm, tellsEpsilon, residuals, spread(residuals));
        }

        /** The least squares of these, for which the best coefficients are kept. */
        private double search(double[] deltas, boolean deposits) {
            double epsilon = best.epsilon();
            weigh(epsilon);
            double least = Double.POSITIVE_INFINITY;
            for (double delta : deltas) {
                var solved = solved(delta, deposits);
                double squares = solved.squares() + (deposits ? unlikely(delta) : 0);
                if (squares < least) {
                    least = squares;
                    best = coefficients(solved.coefficients(), delta, epsilon);
                }
            }
            return least;
        }

        /** As many squares as are to be gained before so unusual a δ is believed. */
        private double unlikely(double delta) {
            double far = Math.log(delta / USUAL_DELTA) / DELTA_SPREAD;
            return noise * noise * far * far;
        }

        /** What does not depend on δ. */
        private void weigh(double epsilon) {
            for (int day = 0; day < rows; day++) {
                again[day] = free[day] * Math.pow(gpm[day], epsilon) * weights[day];
                moved[day] = again[day] * Math.log(gpm[day]);
                target[day] = free[day + 1] * weights[day];
            }
        }

        private LeastSquares solved(double delta, boolean deposits) {
            var gathered = new double[rows];
            var left = new double[rows];
            double stock = 0;
            double share = 1;
            for (int day = 0; day < rows; day++) {
                gathered[day] = stock * weights[day];
                left[day] = share * weights[day];
                stock = deposits ? (1 - delta) * stock + views[day] : 0;
                share *= 1 - delta;
            }
            return LeastSquares.of(new double[][] {again, moved, gathered, left}, target, SIGNED);
        }

        /** The second of them is ρ times what ε is to be moved by. */
        private static Coefficients coefficients(double[] of, double delta, double epsilon) {
            double moved = of[0] > 0 ? epsilon + of[1] / of[0] : 0;
            return new Coefficients(of[0], of[2], delta, Math.max(LEAST_EPSILON, Math.min(MOST_EPSILON, moved)), of[3]);
        }

        private void reweigh() {
            var expected = expected();
            var residuals = residuals();
            noise = Math.max(spread(residuals), LEAST_SPREAD);
            double bound = HUBER * noise;
            Arrays.setAll(weights, day -> Math.sqrt(Math.min(1, bound / Math.abs(residuals[day]))) / expected[day]);
        }

        private double[] expected() {
            return Estimation.expected(best, free, views, gpm);
        }

        private double[] residuals() {
            return logarithms(free, expected());
        }

        private static double spread(double[] residuals) {
            return NORMAL
                    * new Median()
                            .evaluate(Arrays.stream(residuals).map(Math::abs).toArray());
        }
    }
}
