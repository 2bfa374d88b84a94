package io.factmatrix.deploy.bench.snowball;

import java.util.Arrays;

/**
 * Exponential smoothing of level, trend and weekday, of logarithms, so that trend and weekday multiply; its three weights are those of a grid that tell each day best from the days before.
 *
 * @see <a href="https://otexts.com/fpp3/holt-winters.html">Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 8.3</a>
 */
final class HoltWinters {

    private static final int WEEK = 7;
    private static final double[] LEVELS = {0.1, 0.2, 0.3, 0.5, 0.7, 0.9};
    private static final double[] TRENDS = {0.01, 0.05, 0.1, 0.2};
    private static final double[] SEASONS = {0.05, 0.1, 0.2, 0.4};

    private final double[] season = new double[WEEK];
    private double level;
    private double trend;
    private double missed;
    private int seen;

    private HoltWinters(double[] logs, double ofLevel, double ofTrend, double ofSeason) {
        level = Arrays.stream(logs, 0, WEEK).average().orElseThrow();
        trend = (Arrays.stream(logs, WEEK, 2 * WEEK).average().orElseThrow() - level) / WEEK;
        Arrays.setAll(season, day -> logs[day] - level);
        for (seen = WEEK; seen < logs.length; seen++) {
            double expected = ahead(0);
            double off = logs[seen] - expected;
            missed += off * off;
            double before = level;
            level = ofLevel * (logs[seen] - season[seen % WEEK]) + (1 - ofLevel) * (level + trend);
            trend = ofTrend * (level - before) + (1 - ofTrend) * trend;
            season[seen % WEEK] = ofSeason * (logs[seen] - level) + (1 - ofSeason) * season[seen % WEEK];
        }
    }

    private double ahead(int days) {
        return level + (days + 1) * trend + season[(seen + days) % WEEK];
    }

    /** The days behind these, all of them more than 0. */
    static double[] forecast(double[] days, int count) {
        var logs = Arrays.stream(days).map(Math::log).toArray();
        var best = new HoltWinters(logs, LEVELS[0], TRENDS[0], SEASONS[0]);
        for (double level : LEVELS) {
            for (double trend : TRENDS) {
                for (double season : SEASONS) {
                    var other = new HoltWinters(logs, level, trend, season);
                    best = other.missed < best.missed ? other : best;
                }
            }
        }
        var ahead = new double[count];
        for (int day = 0; day < count; day++) {
            ahead[day] = Math.exp(best.ahead(day));
        }
        return ahead;
    }
}
