package io.factmatrix.gateway.domain.snowball;

import java.util.Set;
import java.util.TreeSet;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * Days that are far from what all others say: 6 times the spread of the residuals, and twice or half at least. Such a day would bend all coefficients to itself, so they are estimated as if it
 * lay between its neighbours. If the days after it are told better by what it really was, as after a burst, it is put back; if not, as after a slip, it stays mended.
 *
 * @param days by their number
 * @param mended the days without those that lead nowhere
 */
record Outliers(Set<Integer> days, Observations mended) {

    private static final double SPREADS = 6;
    private static final double LEAST = Math.log(2);

    /** After a day, those that it is judged by. */
    private static final int AFTER = 3;

    static Outliers of(Observations days, Estimation first) {
        var suspects = new TreeSet<Integer>();
        for (int day = 1; day < days.size(); day++) {
            if (isFar(first, first.residuals(), day)) {
                suspects.add(day);
            }
        }
        return suspects.isEmpty() ? new Outliers(suspects, days) : judged(days, first, suspects);
    }

    private static Outliers judged(Observations days, Estimation first, Set<Integer> suspects) {
        var mended = days;
        for (int day : suspects) {
            mended = withDay(mended, day, between(days, first, day));
        }
        var without = Estimation.of(mended);
        var far = new TreeSet<Integer>();
        var result = mended;
        for (int day : suspects) {
            var original = withDay(mended, day, days);
            var residuals = without.residuals(original);
            boolean isFar = isFar(without, residuals, day);
            if (isFar) {
                far.add(day);
            }
            if (!isFar || after(residuals, day) < after(without.residuals(), day)) {
                result = withDay(result, day, days);
            }
        }
        return new Outliers(far, result);
    }

    private static boolean isFar(Estimation by, double[] residuals, int day) {
        double residual = Math.abs(residuals[day - 1]);
        return residual > SPREADS * by.spread() && residual > LEAST;
    }

    /** How far off the days after it are. */
    private static double after(double[] residuals, int day) {
        double off = 0;
        for (int next = day; next < Math.min(day + AFTER, residuals.length); next++) {
            off += Math.abs(residuals[next]);
        }
        return off;
    }

    /** The days with that one as it lies between its neighbours, weekdays apart; the last is as the one before. */
    private static Observations between(Observations days, Estimation estimation, int day) {
        var level = estimation.weekdays().without(days);
        int next = Math.min(day + 1, days.size() - 1);
        double after = next == day ? level[day - 1] : level[next];
        var free = days.free().clone();
        free[day] = Math.sqrt(level[day - 1] * after) * estimation.weekdays().factor(days.weekday(day));
        var views = days.views().clone();
        views[day] = new Median().evaluate(days.enter()) * (free[day] + days.paid()[day]);
        return days.with(free, views);
    }

    /** The first with one day of the second. */
    private static Observations withDay(Observations days, int day, Observations from) {
        var free = days.free().clone();
        var views = days.views().clone();
        free[day] = from.free()[day];
        views[day] = from.views()[day];
        return days.with(free, views);
    }
}
