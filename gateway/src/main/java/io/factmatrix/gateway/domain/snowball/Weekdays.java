package io.factmatrix.gateway.domain.snowball;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * What each day of the week multiplies free impressions by, beside the others: the median of what days are to the geometric mean of the week around them, so that neither growth nor a
 * single day moves it.
 */
final class Weekdays {

    private static final int WEEK = 7;
    private static final int HALF = 3;

    private final double[] factors;

    private Weekdays(double[] factors) {
        this.factors = factors;
    }

    static Weekdays of(Observations days) {
        var logs = Arrays.stream(days.free()).map(Math::log).toArray();
        var effects = new double[WEEK];
        for (int weekday = 0; weekday < WEEK; weekday++) {
            int of = weekday;
            effects[weekday] = new Median()
                    .evaluate(IntStream.range(HALF, logs.length - HALF)
                            .filter(day -> days.weekday(day) == of)
                            .mapToDouble(day -> logs[day] - mean(logs, day))
                            .toArray());
        }
        // A week as a whole keeps its impressions.
        double mean = Arrays.stream(effects).map(Math::exp).average().orElseThrow();
        return new Weekdays(
                Arrays.stream(effects).map(effect -> Math.exp(effect) / mean).toArray());
    }

    private static double mean(double[] logs, int day) {
        return Arrays.stream(logs, day - HALF, day + HALF + 1).average().orElseThrow();
    }

    double factor(int weekday) {
        return factors[weekday];
    }

    /** Free impressions as if each day were of the same kind. */
    double[] without(Observations days) {
        var without = new double[days.size()];
        Arrays.setAll(without, day -> days.free()[day] / factor(days.weekday(day)));
        return without;
    }
}
