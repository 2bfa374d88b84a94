package io.factmatrix.gateway.domain.snowball;

import io.factmatrix.gateway.domain.estimate.Estimate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * What the days to come will bring if the model holds; with bounds at 95%, of coefficients and of noise together.
 *
 * @param total of all days
 */
public record Outlook(List<Ahead> days, Amounts total) {

    /** One day of them. */
    public record Ahead(LocalDate date, Amounts amounts) {}

    /**
     * How much.
     *
     * @param gmv in minor units
     */
    public record Amounts(Estimate freeImpressions, Estimate views, Estimate gmv) {}

    /** Else the model explodes, and says nothing. */
    boolean isFinite() {
        return Double.isFinite(total.freeImpressions().upper())
                && Double.isFinite(total.views().upper())
                && Double.isFinite(total.gmv().upper());
    }

    static Outlook of(Fitted fitted, List<Bootstrap.Draw> draws, Change change) {
        var central = fitted.forecast(change);
        var drawn = draws.stream()
                .map(draw -> Forecast.snowball(fitted.days(), draw.estimation(), draw.noise(), change))
                .toList();
        var days = new ArrayList<Ahead>();
        for (int day = 0; day < Forecast.DAYS; day++) {
            int at = day;
            days.add(new Ahead(fitted.days().date(fitted.days().size() + day), amounts(central, drawn, of -> of[at])));
        }
        return new Outlook(days, amounts(central, drawn, Forecast::sum));
    }

    private static Amounts amounts(Forecast central, List<Forecast> drawn, ToDoubleFunction<double[]> of) {
        return new Amounts(
                estimate(central, drawn, Forecast::free, of),
                estimate(central, drawn, Forecast::views, of),
                estimate(central, drawn, Forecast::gmv, of));
    }

    private static Estimate estimate(
            Forecast central,
            List<Forecast> drawn,
            Function<Forecast, double[]> series,
            ToDoubleFunction<double[]> of) {
        return Estimate.of(
                of.applyAsDouble(series.apply(central)),
                drawn.stream()
                        .mapToDouble(one -> of.applyAsDouble(series.apply(one)))
                        .toArray());
    }
}
