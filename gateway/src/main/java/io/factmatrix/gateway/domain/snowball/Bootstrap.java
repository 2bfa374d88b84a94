package io.factmatrix.gateway.domain.snowball;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What else could have been seen, and would have been estimated: days made by the estimated model, with the paid impressions, the enter rates and the GPM that there were, and with residuals
 * in blocks of a week drawn from those that there were (residual block bootstrap). The same days give the same draws.
 *
 * @see <a href="https://doi.org/10.1214/aos/1176347265">H. R. Künsch, The jackknife and the bootstrap for general stationary observations, 1989</a>
 */
final class Bootstrap {

    static final int DRAWS = 200;
    private static final int BLOCK = 7;

    /** Five coefficients, and weekdays beside their mean. */
    private static final int FITTED = 11;

    private static final long SEED = 618;

    private final Observations days;
    private final Estimation estimation;
    private final double[] residuals;
    private final SplittableRandom random = new SplittableRandom(SEED);

    Bootstrap(Fitted fitted) {
        this.days = fitted.days();
        this.estimation = fitted.estimation();
        this.residuals = inflated(estimation.residuals(), fitted.outliers());
    }

    /** As great as they were before coefficients and weekdays were fitted to them. */
    private static double[] inflated(double[] residuals, Outliers outliers) {
        var inflated = residuals.clone();
        outliers.days().forEach(day -> inflated[day - 1] = 0);
        double mean = Arrays.stream(inflated).average().orElse(0);
        double inflation = Math.sqrt((double) residuals.length / (residuals.length - FITTED));
        Arrays.setAll(inflated, day -> (inflated[day] - mean) * inflation);
        return inflated;
    }

    /** So many estimations of so many other days. */
    List<Draw> draws() {
        var draws = new ArrayList<Draw>();
        for (int draw = 0; draw < DRAWS; draw++) {
            draws.add(new Draw(estimation.again(other()), noise(Forecast.DAYS)));
        }
        return draws;
    }

    /** One of them, and noise of days to come. */
    static final class Draw {

        private final Estimation estimation;
        private final double[] noise;

        Draw(Estimation estimation, double[] noise) {
            this.estimation = estimation;
            this.noise = noise;
        }

        Estimation estimation() {
            return estimation;
        }

        double[] noise() {
            return noise;
        }
    }

    private Observations other() {
        var coefficients = estimation.coefficients();
        var enter = days.enter();
        var noise = noise(days.size());
        var free = new double[days.size()];
        var views = new double[days.size()];
        double level = days.free()[0] / estimation.weekdays().factor(days.weekday(0));
        double brought = coefficients.brought();
        for (int day = 0; day < days.size(); day++) {
            free[day] = level * estimation.weekdays().factor(days.weekday(day));
            views[day] = enter[day] * (free[day] + days.paid()[day]);
            // Never quite nothing: what is drawn has to have a logarithm.
            level = Math.max(coefficients.next(level, estimation.gpm()[day], brought), days.free()[day] / 100)
                    * Math.exp(noise[day]);
            brought = coefficients.broughtAfter(brought, views[day]);
        }
        return days.with(free, views);
    }

    private double[] noise(int length) {
        var noise = new double[length];
        int from = 0;
        for (int day = 0; day < length; day++) {
            if (day % BLOCK == 0) {
                from = random.nextInt(residuals.length - BLOCK + 1);
            }
            noise[day] = residuals[from + day % BLOCK];
        }
        return noise;
    }
}
