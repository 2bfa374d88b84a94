package io.factmatrix.gateway.domain.recommendation;

import io.factmatrix.gateway.domain.estimate.Estimate;
import io.factmatrix.gateway.domain.estimate.Refusal;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a field answered to what was spent on it, or why that is not told.
 *
 * @param days of the window
 * @param spent in all of them, as far as it was reported, in minor units; null when it never was
 * @param refusal null when {@code curves} are told
 * @param backtest null when refused, and when there are too few days to hold some back
 */
public record Response(
        int days,
        @Nullable BigInteger spent,
        @Nullable Refusal refusal,
        @Nullable Curves curves,
        @Nullable Backtest backtest) {

    /** Four weeks: each weekday is seen four times. */
    public static final int LEAST_DAYS = 28;

    /** A year; what was before is another merchant. */
    public static final int MOST_DAYS = 365;

    private static final double LEAST_VARIATION = 0.05;

    /** The field did not answer. */
    public static Response refused(Refusal refusal) {
        return new Response(0, null, refusal, null, null);
    }

    /**
     * @param days that follow each other
     */
    public static Response of(List<Day> days) {
        var spent = days.stream()
                .flatMap(day -> Stream.ofNullable(day.cost()))
                .reduce(BigInteger::add)
                .orElse(null);
        var refusal = obstacle(days);
        if (refusal.isPresent()) {
            return new Response(days.size(), spent, refusal.get(), null, null);
        }
        var observations = Observations.of(days);
        var estimation = Estimation.of(observations);
        var curves = new Curves(estimation.draws(), observations.leastCost(), observations.mostCost());
        var untold = untold(days, estimation, curves.marginal(observations.meanCost()));
        return untold.isPresent()
                ? new Response(days.size(), spent, untold.get(), null, null)
                : new Response(
                        days.size(),
                        spent,
                        null,
                        curves,
                        days.size() < Backtest.LEAST_DAYS ? null : Backtest.of(observations));
    }

    private static Optional<Refusal> obstacle(List<Day> days) {
        if (days.size() < LEAST_DAYS) {
            return Optional.of(Refusal.tooFewDays(days.size(), LEAST_DAYS));
        }
        var unknown = those(days, day -> day.cost() == null);
        if (!unknown.isEmpty()) {
            return Optional.of(Untold.unknownCost(unknown.get(0).date(), unknown.size()));
        }
        var foreign = those(days, Day::inOtherCurrency);
        if (!foreign.isEmpty()) {
            return Optional.of(Untold.costInOtherCurrency(foreign.get(0).date(), foreign.size()));
        }
        var observations = Observations.of(days);
        if (!(observations.variationOfCost() >= LEAST_VARIATION)) {
            return Optional.of(Refusal.noVariation("cost", LEAST_VARIATION));
        }
        return observations.meanNetGmv() > 0 ? Optional.empty() : Optional.of(Untold.nothingSold());
    }

    private static List<Day> those(List<Day> days, Predicate<Day> which) {
        return days.stream().filter(which).toList();
    }

    private static Optional<Refusal> untold(List<Day> days, Estimation estimation, Estimate marginal) {
        if (marginal.lower() <= 0) {
            return Optional.of(Untold.unclearEffect(marginal));
        }
        int decisive = estimation.decisive();
        if (decisive >= 0) {
            return Optional.of(Untold.decidedBy(days.get(decisive).date()));
        }
        return estimation.isDiminishing() ? Optional.empty() : Optional.of(Untold.notDiminishing());
    }

    /** Per day, in minor units; of what was reported. */
    double meanCost() {
        return Objects.requireNonNullElse(spent, BigInteger.ZERO).doubleValue() / Math.max(1, days);
    }
}
