package io.factmatrix.gateway.domain.recommendation;

import io.factmatrix.gateway.domain.estimate.LeastSquares;
import io.factmatrix.gateway.domain.estimate.Residuals;
import java.util.Arrays;

/**
 * The curve that tells days best. Given its scale and the weekdays, it is linear: so the scale is searched for, the rest is solved, and weekdays are what is left over of each; then once more from
 * there. Residuals count in proportion to what was expected. A scale far from the mean cost is believed only when it tells the days that much better.
 */
final class Estimation {

    /** Of the mean cost. */
    private static final double[] SCALES = {.05, .1, .2, .35, .6, 1, 1.7, 3, 5, 9, 16};

    /** Around the best so far. */
    private static final double[][] NEARER = {{.6, .8, 1, 1.25, 1.6}, {.8, .9, 1, 1.1, 1.25}};

    /** Until weekdays are told from costs that go with them. */
    private static final int PASSES = 4;

    /** Around an estimate that is at hand. */
    private static final double[] AROUND = {.1, .25, .5, .75, 1, 1.4, 2, 4, 10};

    /** Of the logarithm of the scale to the mean cost, before anything is seen. */
    private static final double SCALE_SPREAD = 1.5;

    private static final int WEEK = 7;

    /** Base, trend, effect and scale, and weekdays beside their mean. */
    private static final int FITTED = 10;

    /** Of the mean: what is expected to be less has no less noise, and a weekday without any sales is no division by 0. */
    private static final double LEAST = 0.1;

    private static final boolean[] SIGNED = {true, true, true};

    private final Observations days;
    private final double[] weekdays = new double[WEEK];

    /** What noise is in proportion to, weekdays apart. */
    private final double[] level;

    private double noise;
    private double squares = Double.POSITIVE_INFINITY;
    private Curve curve = new Curve(0, 0, 0, 1);

    private Estimation(Observations days) {
        this.days = days;
        this.level = new double[days.size()];
        Arrays.fill(weekdays, 1);
        Arrays.fill(level, floor());
    }

    static Estimation of(Observations days) {
        var estimation = new Estimation(days);
        estimation.search(SCALES, days.meanCost());
        for (int pass = 1; pass < PASSES; pass++) {
            estimation.reweigh();
            estimation.search(SCALES, days.meanCost());
        }
        for (var steps : NEARER) {
            estimation.reweigh();
            estimation.search(steps, estimation.curve.scale());
        }
        return estimation;
    }

    /** Of days that are like those of which this is one, and so begun where this has ended. */
    Estimation again(Observations other) {
        var estimation = new Estimation(other);
        System.arraycopy(weekdays, 0, estimation.weekdays, 0, WEEK);
        System.arraycopy(level, 0, estimation.level, 0, level.length);
        estimation.noise = noise;
        estimation.search(AROUND, curve.scale());
        estimation.reweigh();
        estimation.search(NEARER[1], estimation.curve.scale());
        return estimation;
    }

    Curve curve() {
        return curve;
    }

    /** What a day is expected to bring, or one behind them. */
    double expected(int day, int weekday, double cost) {
        return weekdays[weekday] * curve.netGmv(cost, time(day));
    }

    /** Whether a curve that bends tells the days better than a straight line, by what any one coefficient would by chance. */
    boolean isDiminishing() {
        double straight = solved(straight(), -1).squares();
        return straight > squares * Math.exp(1.0 / days.size());
    }

    /** The day without which the effect would be less than half or more than twice of what it is; -1 when there is none. */
    int decisive() {
        var bent = bent(curve.scale());
        for (int day = 0; day < days.size(); day++) {
            double without = effect(solved(bent, day)) / curve.effect();
            if (without < 0.5 || without > 2) {
                return day;
            }
        }
        return -1;
    }

    /** Days made by this estimation, with residuals drawn anew. */
    Observations other(Residuals residuals) {
        var drawn = residuals.drawn(days.size());
        var netGmv = new double[days.size()];
        Arrays.setAll(
                netGmv,
                day -> weekdays[days.weekday(day)]
                        * (curve.netGmv(days.cost(day), time(day)) + level[day] * drawn[day]));
        return days.with(netGmv);
    }

    Residuals residuals() {
        var residuals = new double[days.size()];
        Arrays.setAll(residuals, this::residual);
        return new Residuals(residuals, FITTED);
    }

    private double residual(int day) {
        return (days.netGmv(day) / weekdays[days.weekday(day)] - curve.netGmv(days.cost(day), time(day))) / level[day];
    }

    private double time(int day) {
        return day - (days.size() - 1) / 2.0;
    }

    private double floor() {
        return Math.max(1, LEAST * days.meanNetGmv());
    }

    private void search(double[] steps, double around) {
        double least = Double.POSITIVE_INFINITY;
        for (double step : steps) {
            double scale = step * around;
            var solved = solved(bent(scale), -1);
            double far = Math.log(scale / days.meanCost()) / SCALE_SPREAD;
            double unlikely = solved.squares() + noise * noise * far * far;
            if (unlikely < least) {
                least = unlikely;
                squares = solved.squares();
                var of = solved.coefficients();
                curve = new Curve(of[0], of[1], of[2], scale);
            }
        }
    }

    private double[] bent(double scale) {
        var bent = new double[days.size()];
        Arrays.setAll(bent, day -> Math.log1p(days.cost(day) / scale));
        return bent;
    }

    private double[] straight() {
        var straight = new double[days.size()];
        Arrays.setAll(straight, days::cost);
        return straight;
    }

    private static double effect(LeastSquares solved) {
        return solved.coefficients()[2];
    }

    /**
     * @param without a day that is left out; -1 for none
     */
    private LeastSquares solved(double[] ofCost, int without) {
        int rows = days.size();
        var base = new double[rows];
        var trend = new double[rows];
        var effect = new double[rows];
        var target = new double[rows];
        for (int day = 0; day < rows; day++) {
            double weight = day == without ? 0 : 1 / level[day];
            base[day] = weight;
            trend[day] = weight * time(day);
            effect[day] = weight * ofCost[day];
            target[day] = weight * days.netGmv(day) / weekdays[days.weekday(day)];
        }
        return LeastSquares.of(new double[][] {base, trend, effect}, target, SIGNED);
    }

    private void reweigh() {
        var sold = new double[WEEK];
        var expected = new double[WEEK];
        for (int day = 0; day < days.size(); day++) {
            level[day] = Math.max(floor(), curve.netGmv(days.cost(day), time(day)));
            sold[days.weekday(day)] += days.netGmv(day);
            expected[days.weekday(day)] += level[day];
        }
        Arrays.setAll(weekdays, day -> Math.max(LEAST, sold[day] / expected[day]));
        double mean = Arrays.stream(weekdays).average().orElseThrow();
        Arrays.setAll(weekdays, day -> weekdays[day] / mean);
        var residuals = new double[days.size()];
        Arrays.setAll(residuals, day -> residual(day) * residual(day));
        noise = Math.sqrt(Arrays.stream(residuals).average().orElseThrow());
    }
}
