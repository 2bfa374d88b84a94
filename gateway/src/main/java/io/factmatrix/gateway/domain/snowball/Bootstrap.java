package io.factmatrix.gateway.domain.snowball;

import io.factmatrix.gateway.domain.estimate.Residuals;
import java.util.ArrayList;
import java.util.List;

/**
 * What else could have been seen, and would have been estimated: days made by the estimated model, with the paid impressions, the enter rates and the GPM that there were, and with residuals
 * drawn from those that there were. The same days give the same draws.
 */
final class Bootstrap {

    /** Five coefficients, and weekdays beside their mean. */
    private static final int FITTED = 11;

    private final Observations days;
    private final Estimation estimation;
    private final Residuals residuals;

    Bootstrap(Fitted fitted) {
        this.days = fitted.days();
        this.estimation = fitted.estimation();
        this.residuals = new Residuals(withoutOutliers(fitted), FITTED);
    }

    private static double[] withoutOutliers(Fitted fitted) {
        var residuals = fitted.estimation().residuals().clone();
        fitted.outliers().days().forEach(day -> residuals[day - 1] = 0);
        return residuals;
    }

    /** So many estimations of so many other days. */
    List<Draw> draws() {
        var draws = new ArrayList<Draw>();
        for (int draw = 0; draw < Residuals.DRAWS; draw++) {
            draws.add(new Draw(estimation.again(other()), residuals.drawn(Forecast.DAYS)));
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
        var noise = residuals.drawn(days.size());
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
}
