package io.factmatrix.gateway.domain.recommendation;

import io.factmatrix.gateway.domain.estimate.LeastSquares;
import io.factmatrix.gateway.domain.estimate.Residuals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * The curves that tell days well. Given its shape and the weekdays, a curve is linear: so it is solved for each shape of the family, weekdays are what is left over of each, and so on from there.
 * Residuals count in proportion to what was expected. No shape is chosen: each counts for as much as it is likely.
 */
final class Estimation {

    /** Until weekdays are told from costs that go with them; for that, logarithms do. */
    private static final int PASSES = 3;

    private static final int WEEK = 7;

    /** Base, trend, effect, scale, fall and what is carried over, and weekdays beside their mean. */
    private static final int FITTED = 12;

    /** Of the mean: what is expected to be less has no less noise, and a weekday without any sales is no division by 0. */
    private static final double LEAST = 0.1;

    /** In variances of noise: by chance, one straight line in forty bends so far (χ² of one degree, on one side). */
    private static final double CLEARLY_BENT = 4;

    private static final boolean[] SIGNED = {true, true, false};

    private final Observations days;
    private final double[] weekdays = new double[WEEK];

    /** What noise is in proportion to, weekdays apart. */
    private final double[] level;

    private List<Fit> fits = List.of();

    private Estimation(Observations days) {
        this.days = days;
        this.level = new double[days.size()];
        Arrays.fill(weekdays, 1);
        Arrays.fill(level, floor());
    }

    /**
     * @param likelihood its logarithm, before the days are seen
     */
    private record Fit(Curve curve, double squares, double likelihood) {}

    static Estimation of(Observations days) {
        var estimation = new Estimation(days);
        var family = new Family(days);
        for (int pass = 0; pass < PASSES; pass++) {
            estimation.fit(family, family.logarithms());
            estimation.reweigh(estimation.likeliest().curve());
        }
        estimation.fit(family, family.all());
        return estimation;
    }

    private void fit(Family family, List<Shape> shapes) {
        fits = shapes.stream()
                .map(shape -> {
                    var solved = solved(shape.of(days), -1);
                    return new Fit(curve(solved, shape), solved.squares(), family.likelihood(shape));
                })
                .toList();
    }

    private Fit likeliest() {
        double variance = variance();
        return Collections.max(fits, Comparator.comparingDouble(fit -> likelihood(fit, variance)));
    }

    /** Its logarithm, the days being seen. */
    private static double likelihood(Fit fit, double variance) {
        return fit.likelihood() - fit.squares() / (2 * variance);
    }

    /** Of noise, by the fit that leaves least. */
    private double variance() {
        return Math.max(Double.MIN_NORMAL, leastSquares() / (days.size() - FITTED));
    }

    private double leastSquares() {
        return fits.stream().mapToDouble(Fit::squares).min().orElseThrow();
    }

    /**
     * Curves, as many of each shape as it is likely, and each solved for days that are made by it with residuals drawn anew. In no order: those of two fields are put together by their places.
     */
    List<Curve> draws() {
        var likeliest = likeliest();
        double variance = variance();
        double most = likelihood(likeliest, variance);
        var weights = fits.stream()
                .mapToDouble(fit -> Math.exp(likelihood(fit, variance) - most))
                .toArray();
        double step = Arrays.stream(weights).sum() / Residuals.DRAWS;
        var residuals = new Residuals(residuals(likeliest.curve()), FITTED);
        var draws = new ArrayList<Curve>();
        double passed = 0;
        for (int at = 0; at < weights.length; at++) {
            passed += weights[at];
            while (draws.size() < Residuals.DRAWS && (draws.size() + 0.5) * step < passed) {
                draws.add(again(fits.get(at).curve(), residuals.drawn(days.size())));
            }
        }
        Collections.shuffle(draws, new Random(Arrays.hashCode(level)));
        return draws;
    }

    /** Of days that are like those of which this is one. */
    private Curve again(Curve curve, double[] residuals) {
        var expected = ofAverageWeekday(curve, days);
        var netGmv = new double[days.size()];
        Arrays.setAll(netGmv, day -> weekdays[days.weekday(day)] * (expected[day] + level[day] * residuals[day]));
        var other = new Estimation(days.with(netGmv));
        System.arraycopy(weekdays, 0, other.weekdays, 0, WEEK);
        System.arraycopy(level, 0, other.level, 0, level.length);
        var column = curve.shape().of(days);
        other.reweigh(curve(other.solved(column, -1), curve.shape()));
        return curve(other.solved(column, -1), curve.shape());
    }

    /** What each of these days is expected to bring: of those that are estimated of, or of more that begin with them. */
    double[] expected(Observations of) {
        var expected = ofAverageWeekday(likeliest().curve(), of);
        for (int day = 0; day < expected.length; day++) {
            expected[day] *= weekdays[of.weekday(day)];
        }
        return expected;
    }

    private double[] ofAverageWeekday(Curve curve, Observations of) {
        var expected = curve.shape().of(of);
        for (int day = 0; day < expected.length; day++) {
            expected[day] = curve.base() + curve.trend() * time(day) + curve.effect() * expected[day];
        }
        return expected;
    }

    /** Whether a curve that bends tells the days clearly better than a straight line. */
    boolean isDiminishing() {
        double straight = Family.acting(days).stream()
                .mapToDouble(acting -> solved(acting, -1).squares())
                .min()
                .orElseThrow();
        return straight > leastSquares() + CLEARLY_BENT * variance();
    }

    /** The day without which the effect would be less than half or more than twice of what it is; -1 when there is none. */
    int decisive() {
        var curve = likeliest().curve();
        var column = curve.shape().of(days);
        for (int day = 0; day < days.size(); day++) {
            double without = curve(solved(column, day), curve.shape()).effect() / curve.effect();
            if (without < 0.5 || without > 2) {
                return day;
            }
        }
        return -1;
    }

    private double[] residuals(Curve curve) {
        var residuals = ofAverageWeekday(curve, days);
        for (int day = 0; day < residuals.length; day++) {
            residuals[day] = (days.netGmv(day) / weekdays[days.weekday(day)] - residuals[day]) / level[day];
        }
        return residuals;
    }

    private double time(int day) {
        return day - (days.size() - 1) / 2.0;
    }

    private double floor() {
        return Math.max(1, LEAST * days.meanNetGmv());
    }

    private static Curve curve(LeastSquares solved, Shape shape) {
        var of = solved.coefficients();
        return new Curve(of[0], of[1], of[2], shape);
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

    private void reweigh(Curve curve) {
        var of = ofAverageWeekday(curve, days);
        var sold = new double[WEEK];
        var expected = new double[WEEK];
        for (int day = 0; day < days.size(); day++) {
            level[day] = Math.max(floor(), of[day]);
            sold[days.weekday(day)] += days.netGmv(day);
            expected[days.weekday(day)] += level[day];
        }
        Arrays.setAll(weekdays, day -> Math.max(LEAST, sold[day] / expected[day]));
        double mean = Arrays.stream(weekdays).average().orElseThrow();
        Arrays.setAll(weekdays, day -> weekdays[day] / mean);
    }
}
