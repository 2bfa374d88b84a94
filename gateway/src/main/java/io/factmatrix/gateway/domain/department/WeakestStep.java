package io.factmatrix.gateway.domain.department;

import io.factmatrix.gateway.domain.Amounts;
import io.factmatrix.gateway.domain.Members;
import io.factmatrix.gateway.domain.work.rule.Department;
import io.factmatrix.ledger.domain.figures.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which step of a field is the farthest below the merchant's own median there, over the days of the 28 before the period on which its rate is known: the one with the lowest rate
 * / median, of equal ones the earliest.
 */
record WeakestStep(List<Compared> steps) {

    /** A median of fewer days says nothing. */
    static final int LEAST = 3;

    /** Days before the period. */
    static final int DAYS = 28;

    /**
     * A step beside what is usual.
     *
     * @param rate as the view shows it; null when it is not known
     * @param days on which it was known
     * @param median of their rates; null of too few
     */
    record Compared(
            SalesStep step,
            @Nullable BigDecimal rate,
            int days,
            @Nullable Double median) {

        /** Rate by median; null when one is not known, or the median is nothing. */
        @Nullable Double ofMedian() {
            return rate == null || median == null || median == 0 ? null : rate.doubleValue() / median;
        }

        Map<String, @Nullable Object> body() {
            return new Members()
                    .add("step", step.word())
                    .add("rate", rate)
                    .add("days", days)
                    .add("median", rounded(median))
                    .add("ofMedian", rounded(ofMedian()))
                    .object();
        }
    }

    /**
     * @param sums of the period
     * @param before of each day before it
     */
    static WeakestStep of(Figures sums, List<Figures> before) {
        return new WeakestStep(Arrays.stream(SalesStep.values())
                .map(step -> compared(step, sums, before))
                .toList());
    }

    private static Compared compared(SalesStep step, Figures sums, List<Figures> before) {
        var rates = before.stream()
                .map(day -> rate(step, day))
                .filter(Objects::nonNull)
                .map(BigDecimal::doubleValue)
                .sorted()
                .toList();
        return new Compared(step, rate(step, sums), rates.size(), rates.size() < LEAST ? null : median(rates));
    }

    private static @Nullable BigDecimal rate(SalesStep step, Figures sums) {
        var fraction = sums.ratios().get(step.ratio());
        return fraction == null ? null : Amounts.ratio(fraction.numerator(), fraction.denominator());
    }

    private static double median(List<Double> sorted) {
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    private static @Nullable BigDecimal rounded(@Nullable Double value) {
        return value == null ? null : BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP);
    }

    Map<String, @Nullable Object> body() {
        var compared = steps.stream().filter(step -> step.ofMedian() != null).toList();
        var weakest = compared.stream()
                .filter(step -> Objects.requireNonNull(step.ofMedian()) < 1)
                .min(Comparator.comparing(step -> Objects.requireNonNull(step.ofMedian())))
                .map(Compared::step)
                .orElse(null);
        return new Members()
                .add("comparedWith", "ownMedian28Days")
                .add("weakest", weakest == null ? null : weakest.word())
                .add(
                        "owners",
                        weakest == null
                                ? List.of()
                                : weakest.owners().stream()
                                        .map(Department::word)
                                        .toList())
                .add(
                        "reason",
                        weakest != null ? null : compared.isEmpty() ? "nothing to compare" : "none below its median")
                .add("steps", steps.stream().map(Compared::body).toList())
                .object();
    }
}
