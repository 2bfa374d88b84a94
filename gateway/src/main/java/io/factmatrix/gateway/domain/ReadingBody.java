package io.factmatrix.gateway.domain;

import io.factmatrix.gateway.domain.estimate.Estimate;
import io.factmatrix.gateway.domain.estimate.Refusal;
import io.factmatrix.gateway.domain.snowball.Backtest;
import io.factmatrix.gateway.domain.snowball.Loop;
import io.factmatrix.gateway.domain.snowball.Outlook;
import io.factmatrix.gateway.domain.snowball.Reading;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A reading of the snowball meter as it is answered: coefficients with six digits, counts whole, money with the digits of its currency. */
final class ReadingBody {

    private static final int DIGITS = 6;

    private final Amounts in;

    ReadingBody(Currency currency) {
        this.in = new Amounts(currency);
    }

    Map<String, @Nullable Object> of(Reading reading) {
        var prospects = reading.prospects();
        return new Members()
                .add("loop", orNull(reading.loop(), ReadingBody::loop))
                .add("reason", orNull(reading.refusal(), ReadingBody::refusal))
                .add(
                        "outliers",
                        orNull(
                                prospects,
                                told -> told.outliers().stream()
                                        .map(LocalDate::toString)
                                        .toList()))
                .add("forecast", orNull(prospects, told -> outlook(told.outlook())))
                .add("whatIf", prospects == null ? null : orNull(prospects.changed(), this::outlook))
                .add("backtest", prospects == null ? null : orNull(prospects.misses(), ReadingBody::backtest))
                .object();
    }

    private static <T> @Nullable Object orNull(@Nullable T told, Function<T, Object> body) {
        return told == null ? null : body.apply(told);
    }

    private static Object refusal(Refusal refusal) {
        return new Members()
                .add("code", refusal.code())
                .add("detail", refusal.detail())
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
        return bounds(estimate, ReadingBody::rounded);
    }

    private static Map<String, @Nullable Object> bounds(Estimate estimate, Function<Double, Object> shown) {
        return new Members()
                .add("value", shown.apply(estimate.value()))
                .add("lower", shown.apply(estimate.lower()))
                .add("upper", shown.apply(estimate.upper()))
                .object();
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
                .add("freeImpressions", bounds(amounts.freeImpressions(), ReadingBody::whole))
                .add("views", bounds(amounts.views(), ReadingBody::whole))
                .add("gmv", bounds(amounts.gmv(), minor -> in.money(whole(minor))))
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

    private static BigInteger whole(double value) {
        return BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_UP).toBigIntegerExact();
    }

    /** What is infinite, as a share of nothing is, is not told. */
    private static @Nullable BigDecimal rounded(double value) {
        return Double.isFinite(value) ? BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP) : null;
    }
}
