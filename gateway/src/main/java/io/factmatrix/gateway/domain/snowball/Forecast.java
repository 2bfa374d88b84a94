package io.factmatrix.gateway.domain.snowball;

import java.util.Arrays;

/**
 * Days to come.
 */
final class Forecast {

    /** Impressions that are not paid for. */
    private final double[] free;

    private final double[] views;

    /** In minor units. */
    private final double[] gmv;

    Forecast(double[] free, double[] views, double[] gmv) {
        this.free = free;
        this.views = views;
        this.gmv = gmv;
    }

    double[] free() {
        return free;
    }

    double[] views() {
        return views;
    }

    double[] gmv() {
        return gmv;
    }

    /** That are forecast. */
    static final int DAYS = 14;

    /** What a day to come is taken to be like: the last four weeks, by weekday where that matters. */
    private static final int LIKE_LAST = 28;

    private static final int WEEK = 7;

    /** Of what it is: what no GPM at all would do to traffic, days that had some do not tell. */
    private static final double LEAST_GPM = 0.01;

    /** Each day what the same weekday was last; the yardstick of the others. */
    static Forecast seasonalNaive(Observations days) {
        return new Forecast(lastWeek(days.free()), lastWeek(days.views()), lastWeek(days.gmv()));
    }

    private static double[] lastWeek(double[] of) {
        var next = new double[DAYS];
        Arrays.setAll(next, day -> of[of.length - WEEK + day % WEEK]);
        return next;
    }

    /** The leaking funnel: traffic comes as it came, passes the steps once and is gone. */
    static Forecast funnel(Observations days, Change change) {
        return passed(days, meanWeek(days.free()), change);
    }

    /** The snowball: traffic comes from the traffic of the day before and from the audience in stock. */
    static Forecast snowball(Observations days, Estimation estimation, double[] noise, Change change) {
        var coefficients = estimation.coefficients();
        var paid = paid(days, change);
        double enter = days.enter(LIKE_LAST) * change.enter();
        double gpm = estimation.tellsEpsilon() ? Math.max(change.gpm(), LEAST_GPM) : 1;
        int last = days.size() - 1;
        double level = days.free()[last] / estimation.weekdays().factor(days.weekday(last));
        double brought = coefficients.broughtAfter(Arrays.copyOf(days.views(), last));
        level = coefficients.next(level, estimation.gpm()[last], brought);
        brought = coefficients.broughtAfter(brought, days.views()[last]);
        var free = new double[DAYS];
        for (int day = 0; day < DAYS; day++) {
            level *= Math.exp(noise[day]);
            free[day] = level * estimation.weekdays().factor(days.weekday(days.size() + day));
            double views = enter * (free[day] + paid[day]);
            level = coefficients.next(level, gpm, brought);
            brought = coefficients.broughtAfter(brought, views);
        }
        return passed(days, free, change);
    }

    private static Forecast passed(Observations days, double[] free, Change change) {
        var paid = paid(days, change);
        double enter = days.enter(LIKE_LAST) * change.enter();
        double gpm = days.gpm(LIKE_LAST) * change.gpm();
        var views = new double[DAYS];
        var gmv = new double[DAYS];
        for (int day = 0; day < DAYS; day++) {
            views[day] = enter * (free[day] + paid[day]);
            gmv[day] = gpm * (free[day] + paid[day]);
        }
        return new Forecast(free, views, gmv);
    }

    private static double[] paid(Observations days, Change change) {
        var paid = meanWeek(days.paid());
        Arrays.setAll(paid, day -> paid[day] * change.paidImpressions());
        return paid;
    }

    private static double[] meanWeek(double[] of) {
        var next = new double[DAYS];
        Arrays.setAll(next, day -> {
            double sum = 0;
            for (int back = 1; back <= LIKE_LAST / WEEK; back++) {
                sum += of[of.length - back * WEEK + day % WEEK];
            }
            return sum / (LIKE_LAST / WEEK);
        });
        return next;
    }

    static double sum(double[] of) {
        return Arrays.stream(of).sum();
    }
}
