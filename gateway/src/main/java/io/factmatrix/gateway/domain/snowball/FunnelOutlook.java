package io.factmatrix.gateway.domain.snowball;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What the days to come will bring if traffic passes the steps once and is gone, as in a leaking funnel: free impressions as on the same weekdays of the last four weeks. How good it is is told by its
 * misses.
 *
 * @param total of all days
 */
public record FunnelOutlook(List<Ahead> days, Amounts total) {

    /** One day of them. */
    public record Ahead(LocalDate date, Amounts amounts) {}

    /**
     * How much.
     *
     * @param gmv in minor units
     */
    public record Amounts(double freeImpressions, double views, double gmv) {}

    static FunnelOutlook of(Observations days) {
        var forecast = Forecast.funnel(days, Change.NONE);
        return new FunnelOutlook(
                IntStream.range(0, Forecast.DAYS)
                        .mapToObj(day -> new Ahead(days.date(days.size() + day), amounts(forecast, of -> of[day])))
                        .toList(),
                amounts(forecast, Forecast::sum));
    }

    private static Amounts amounts(Forecast forecast, ToDoubleFunction<double[]> of) {
        return new Amounts(
                of.applyAsDouble(forecast.free()),
                of.applyAsDouble(forecast.views()),
                of.applyAsDouble(forecast.gmv()));
    }
}
