package io.factmatrix.gateway.domain;

import static io.factmatrix.gateway.domain.EstimateBody.bounds;
import static io.factmatrix.gateway.domain.EstimateBody.orNull;
import static io.factmatrix.gateway.domain.EstimateBody.rounded;
import static io.factmatrix.gateway.domain.EstimateBody.whole;

import io.factmatrix.gateway.domain.estimate.Estimate;
import io.factmatrix.gateway.domain.snowball.Backtest;
import io.factmatrix.gateway.domain.snowball.FunnelOutlook;
import io.factmatrix.gateway.domain.snowball.Loop;
import io.factmatrix.gateway.domain.snowball.Outlook;
import io.factmatrix.gateway.domain.snowball.Reading;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A reading of the snowball meter as it is answered. */
final class ReadingBody {

    private final Amounts in;

    ReadingBody(Currency currency) {
        this.in = new Amounts(currency);
    }

    Map<String, @Nullable Object> of(Reading reading) {
        var prospects = reading.prospects();
        return new Members()
                .add("loop", orNull(reading.loop(), ReadingBody::loop))
                .add("reason", orNull(reading.refusal(), EstimateBody::refusal))
                .add(
                        "outliers",
                        orNull(
                                prospects,
                                told -> told.outliers().stream()
                                        .map(LocalDate::toString)
                                        .toList()))
                .add("forecast", orNull(prospects, told -> outlook(told.outlook())))
                .add("funnelForecast", orNull(prospects, told -> funnel(told.funnel())))
                .add("whatIf", prospects == null ? null : orNull(prospects.changed(), this::outlook))
                .add("backtest", prospects == null ? null : orNull(prospects.misses(), ReadingBody::backtest))
                .object();
    }

    /** κ is for each that is deposited where that is known, and else for each view. */
    private static Object loop(Loop loop) {
        double phi = Objects.requireNonNullElse(loop.phi(), 1.0);
        var kappa = loop.kappaPhi();
        return new Members()
                .add("r", estimate(loop.r()))
                .add("rho", estimate(loop.rho()))
                .add("kappa", estimate(new Estimate(kappa.value() / phi, kappa.lower() / phi, kappa.upper() / phi)))
                .add("delta", estimate(loop.delta()))
                .add("phi", loop.phi() == null ? null : rounded(loop.phi()))
                .add("epsilon", orNull(loop.epsilon(), ReadingBody::estimate))
                .add("enter", rounded(loop.enter()))
                .add("stockOf", loop.phi() == null ? "views" : "deposits")
                .add("noise", rounded(loop.spread()))
                .object();
    }

    private static Object estimate(Estimate estimate) {
        return bounds(estimate, EstimateBody::rounded);
    }

    private Object outlook(Outlook outlook) {
        return new Members()
                .add(
                        "days",
                        outlook.days().stream()
                                .map(day -> new Members()
                                        .add("date", day.date().toString())
                                        .addAll(amounts(day.amounts()))
                                        .object())
                                .toList())
                .add("total", amounts(outlook.total()))
                .object();
    }

    private Map<String, @Nullable Object> amounts(Outlook.Amounts amounts) {
        return new Members()
                .add("freeImpressions", bounds(amounts.freeImpressions(), EstimateBody::whole))
                .add("views", bounds(amounts.views(), EstimateBody::whole))
                .add("gmv", bounds(amounts.gmv(), minor -> in.money(whole(minor))))
                .object();
    }

    private Object funnel(FunnelOutlook outlook) {
        return new Members()
                .add(
                        "days",
                        outlook.days().stream()
                                .map(day -> new Members()
                                        .add("date", day.date().toString())
                                        .addAll(amounts(day.amounts()))
                                        .object())
                                .toList())
                .add("total", amounts(outlook.total()))
                .object();
    }

    private Map<String, @Nullable Object> amounts(FunnelOutlook.Amounts amounts) {
        return new Members()
                .add("freeImpressions", whole(amounts.freeImpressions()))
                .add("views", whole(amounts.views()))
                .add("gmv", in.money(whole(amounts.gmv())))
                .object();
    }

    private static Object backtest(Map<Backtest.Way, Map<Backtest.Series, Backtest.Miss>> misses) {
        var ways = new Members();
        misses.forEach((way, ofWay) -> {
            var series = new Members();
            ofWay.forEach((of, miss) -> series.add(
                    of.member(),
                    new Members()
                            .add("wape", rounded(miss.wape()))
                            .add("mase", rounded(miss.mase()))
                            .object()));
            ways.add(way.member(), series.object());
        });
        return ways.object();
    }
}
