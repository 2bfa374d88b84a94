package io.factmatrix.gateway.domain.snowball;

import java.util.EnumMap;
import java.util.Map;

/**
 * How far off forecasts of days that are known by now were: made three times, 28, 21 and 14 days before the end, of the days until then alone (rolling origin), for the 14 days after each.
 */
public final class Backtest {

    private static final int[] BEFORE_END = {28, 21, 14};
    private static final int WEEK = 7;

    /** With fewer there are too few before the first of them. */
    static final int LEAST_DAYS = Meter.LEAST_DAYS + BEFORE_END[0];

    private final Map<Way, Map<Series, Misses>> misses = new EnumMap<>(Way.class);

    /** How it is forecast. */
    public enum Way {
        SNOWBALL("snowball"),
        FUNNEL("funnel"),
        SEASONAL_NAIVE("seasonalNaive");

        private final String member;

        Way(String member) {
            this.member = member;
        }

        public String member() {
            return member;
        }

        private Forecast forecast(Observations days) {
            return switch (this) {
                case SNOWBALL -> Fitted.of(days).forecast(Change.NONE);
                case FUNNEL -> Forecast.funnel(days, Change.NONE);
                case SEASONAL_NAIVE -> Forecast.seasonalNaive(days);
            };
        }
    }

    /** What is forecast. */
    public enum Series {
        FREE_IMPRESSIONS("freeImpressions"),
        VIEWS("views"),
        GMV("gmv");

        private final String member;

        Series(String member) {
            this.member = member;
        }

        public String member() {
            return member;
        }

        private double[] of(Observations days) {
            return switch (this) {
                case FREE_IMPRESSIONS -> days.free();
                case VIEWS -> days.views();
                case GMV -> days.gmv();
            };
        }

        private double[] of(Forecast forecast) {
            return switch (this) {
                case FREE_IMPRESSIONS -> forecast.free();
                case VIEWS -> forecast.views();
                case GMV -> forecast.gmv();
            };
        }
    }

    /**
     * How far off.
     *
     * @param wape Σ |forecast − actual| / Σ |actual|
     * @param mase mean |forecast − actual|, as a multiple of what the value of a week before was off by on average in the days known then; mean over the three
     * @see <a href="https://doi.org/10.1016/j.ijforecast.2006.03.001">R. J. Hyndman and A. B. Koehler, Another look at measures of forecast accuracy, 2006</a>
     */
    public record Miss(double wape, double mase) {}

    /** Of one way and series, as its forecasts come. */
    private static final class Misses {

        private double missed;
        private double actual;
        private double scaled;

        void add(double[] was, int origin, double[] forecast) {
            double off = 0;
            for (int day = 0; day < Forecast.DAYS; day++) {
                off += Math.abs(forecast[day] - was[origin + day]);
                actual += Math.abs(was[origin + day]);
            }
            missed += off;
            scaled += off / Forecast.DAYS / weekAgo(was, origin);
        }

        private static double weekAgo(double[] was, int origin) {
            double off = 0;
            for (int day = WEEK; day < origin; day++) {
                off += Math.abs(was[day] - was[day - WEEK]);
            }
            return off / (origin - WEEK);
        }

        Miss miss() {
            return new Miss(missed / actual, scaled / BEFORE_END.length);
        }
    }

    Backtest(Observations days) {
        for (int back : BEFORE_END) {
            int origin = days.size() - back;
            var known = days.until(origin);
            for (var way : Way.values()) {
                add(way, days, origin, way.forecast(known));
            }
        }
    }

    private void add(Way way, Observations days, int origin, Forecast forecast) {
        var ofWay = misses.computeIfAbsent(way, none -> new EnumMap<>(Series.class));
        for (var series : Series.values()) {
            ofWay.computeIfAbsent(series, none -> new Misses()).add(series.of(days), origin, series.of(forecast));
        }
    }

    /** By way and series. */
    Map<Way, Map<Series, Miss>> misses() {
        var told = new EnumMap<Way, Map<Series, Miss>>(Way.class);
        misses.forEach((way, ofWay) -> {
            var ofSeries = new EnumMap<Series, Miss>(Series.class);
            ofWay.forEach((series, off) -> ofSeries.put(series, off.miss()));
            told.put(way, ofSeries);
        });
        return told;
    }
}
