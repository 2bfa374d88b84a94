package io.factmatrix.livestream.domain.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * A step of a session beside the merchant's own median. Rates are exact; they are rounded where they are written.
 *
 * @param rate of this session; null when it is unknown
 * @param known how many of the sessions before have it known
 * @param median of those; null when they are too few
 * @param ofMedian rate / median; null when it cannot be compared
 * @param reason why it cannot; null when it can
 */
public record StepComparison(
        SalesStep step,
        @Nullable BigFraction rate,
        int known,
        @Nullable BigFraction median,
        @Nullable BigFraction ofMedian,
        @Nullable Unknown reason) {

    /** Of that step, with the rates of those sessions before that have it known. */
    static StepComparison of(SalesStep step, Optional<BigFraction> own, List<BigFraction> before) {
        var rate = own.orElse(null);
        var median = before.size() < WeakestStep.LEAST ? null : median(before);
        var reason = reason(rate, median);
        return new StepComparison(
                step,
                rate,
                before.size(),
                median,
                reason != null || rate == null || median == null ? null : rate.divide(median),
                reason);
    }

    private static @Nullable Unknown reason(@Nullable BigFraction rate, @Nullable BigFraction median) {
        if (rate == null) {
            return Unknown.RATE_UNKNOWN;
        }
        if (median == null) {
            return Unknown.TOO_FEW_KNOWN;
        }
        return median.equals(BigFraction.ZERO) ? Unknown.MEDIAN_IS_ZERO : null;
    }

    /** The middle one, or the mean of the two in the middle. */
    private static BigFraction median(List<BigFraction> rates) {
        var sorted = rates.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : sorted.get(half - 1).add(sorted.get(half)).divide(2);
    }

    /** As the API calls them. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("step", step);
        members.put("rate", Amounts.rate(rate));
        members.put("median", Amounts.rate(median));
        members.put("known", known);
        members.put("ofMedian", Amounts.rate(ofMedian));
        members.put("reason", reason);
        return members;
    }
}
