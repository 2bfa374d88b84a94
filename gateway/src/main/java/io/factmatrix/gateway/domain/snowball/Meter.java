package io.factmatrix.gateway.domain.snowball;

import io.factmatrix.gateway.domain.estimate.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hipparchus.stat.descriptive.DescriptiveStatistics;
import org.jspecify.annotations.Nullable;

/** Reads the snowball from days, or says why it cannot be read. */
public final class Meter {

    /** Four weeks: each weekday is seen four times. */
    public static final int LEAST_DAYS = 28;

    /** A year; what was before is another merchant. */
    public static final int MOST_DAYS = 365;

    private static final double LEAST_VARIATION = 0.01;
    private static final double MOST_SPREAD = 0.5;
    private static final double WIDEST = 0.4;
    private static final int OUTLIER_IN = 20;

    private Meter() {}

    /**
     * @param days that follow each other
     * @param change of days to come; null when nothing else is asked
     */
    public static Reading read(List<Day> days, @Nullable Change change) {
        return obstacle(days).map(Reading::refused).orElseGet(() -> read(Observations.of(days), phi(days), change));
    }

    private static Reading read(Observations days, @Nullable Double phi, @Nullable Change change) {
        if (isConstant(days.free())) {
            return Reading.refused(Refusal.noVariation("impressions", LEAST_VARIATION));
        }
        var fitted = Fitted.of(days);
        if (isConstant(fitted.days().free())) {
            // But for the outliers, which move nothing but themselves.
            return Reading.refused(Refusal.noVariation("impressions", LEAST_VARIATION));
        }
        var draws = new Bootstrap(fitted).draws();
        var loop = Loop.of(fitted, phi, draws);
        var refusal = refusal(fitted, loop);
        var outlook = Outlook.of(fitted, draws, Change.NONE);
        if (!outlook.isFinite()) {
            return Reading.refused(Unreadable.poorFit(loop.spread()));
        }
        var prospects = new Reading.Prospects(
                outlook,
                FunnelOutlook.of(fitted.days()),
                change == null ? null : Outlook.of(fitted, draws, change),
                days.size() < Backtest.LEAST_DAYS ? null : new Backtest(days).misses(),
                fitted.outlierDates());
        return new Reading(refusal.orElse(null), refusal.isPresent() ? null : loop, prospects);
    }

    private static Optional<Refusal> obstacle(List<Day> days) {
        if (days.size() < LEAST_DAYS) {
            return Optional.of(Refusal.tooFewDays(days.size(), LEAST_DAYS));
        }
        var unknown = days.stream().filter(day -> day.unknown() != null).toList();
        if (!unknown.isEmpty()) {
            var first = unknown.get(0);
            return Optional.of(
                    Unreadable.unknownDays(Objects.requireNonNull(first.unknown()), first.date(), unknown.size()));
        }
        var empty = days.stream().filter(Day::isEmpty).toList();
        return empty.isEmpty()
                ? Optional.empty()
                : Optional.of(Unreadable.noFreeImpressions(empty.get(0).date(), empty.size()));
    }

    private static @Nullable Double phi(List<Day> days) {
        double deposits = 0;
        double views = 0;
        for (var day : days) {
            if (day.deposits() == null || day.views() == null) {
                return null;
            }
            deposits += day.deposits().doubleValue();
            views += day.views().doubleValue();
        }
        return deposits == 0 ? null : deposits / views;
    }

    private static boolean isConstant(double[] of) {
        var statistics = new DescriptiveStatistics();
        Arrays.stream(of).forEach(statistics::addValue);
        return statistics.getStandardDeviation() < LEAST_VARIATION * statistics.getMean();
    }

    private static Optional<Refusal> refusal(Fitted fitted, Loop loop) {
        var outliers = fitted.outlierDates();
        if (outliers.size() * OUTLIER_IN > fitted.days().size()) {
            return Optional.of(Unreadable.tooManyOutliers(outliers.get(0), outliers.size()));
        }
        if (loop.spread() > MOST_SPREAD) {
            return Optional.of(Unreadable.poorFit(loop.spread()));
        }
        if (Arrays.stream(fitted.days().paid()).sum() > 0
                && isConstant(fitted.days().paid())) {
            return Optional.of(Unreadable.constantlyPaid(LEAST_VARIATION));
        }
        return loop.r().upper() - loop.r().lower() > WIDEST
                ? Optional.of(Unreadable.tooWide(loop.r()))
                : Optional.empty();
    }
}
