package io.factmatrix.gateway.domain.campaign;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What some days sold, beside what they would have sold; in minor units, and halves of them.
 *
 * @param unknown why there is no baseline; null when there is one
 */
record Compared(
        BigInteger actual,
        @Nullable BigDecimal baseline,
        @Nullable String unknown) {

    private static final int RATIO_DIGITS = 6;

    static Compared of(List<DayPart> parts, Measure measure, Sold sold, Baseline baseline) {
        if (parts.isEmpty()) {
            return new Compared(BigInteger.ZERO, null, "none of it has passed");
        }
        var zone = baseline.zone();
        var actual = parts.stream()
                .map(part -> sold.of(measure, part.start(zone), part.end(zone)))
                .reduce(BigInteger.ZERO, BigInteger::add);
        var unknown = parts.stream()
                .map(part -> baseline.unknown(part.day()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        var expected = unknown != null
                ? null
                : parts.stream().map(part -> baseline.of(part, measure, sold)).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Compared(actual, expected, unknown);
    }

    /** actual − baseline; below 0 when less was sold. */
    @Nullable BigDecimal uplift() {
        return baseline == null ? null : new BigDecimal(actual).subtract(baseline);
    }

    /** The uplift if it is one; null where it is unknown, 0 or less. */
    @Nullable BigDecimal lift() {
        var uplift = uplift();
        return uplift == null || uplift.signum() <= 0 ? null : uplift;
    }

    /** How far it is below the baseline, at least 0. */
    @Nullable BigDecimal shortfall() {
        var uplift = uplift();
        return uplift == null ? null : uplift.negate().max(BigDecimal.ZERO);
    }

    /** actual / baseline, with six decimals, HALF_UP; null where the baseline is unknown, or 0. */
    @Nullable BigDecimal multiple() {
        return baseline == null ? null : ratio(new BigDecimal(actual), baseline);
    }

    /** With six decimals, HALF_UP; null of nothing. */
    static @Nullable BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.divide(whole, RATIO_DIGITS, RoundingMode.HALF_UP);
    }
}
