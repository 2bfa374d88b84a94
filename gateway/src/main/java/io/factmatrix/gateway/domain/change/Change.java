package io.factmatrix.gateway.domain.change;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** GPM of one period beside that of another, and what each factor did to it. */
public record Change(Chain before, Chain after) {

    /**
     * What a factor did to GPM.
     *
     * @param amount in minor units for a thousand impressions; of all factors they sum to {@link #amount}
     * @param share {@code ln(f₁/f₀) / ln(gpm₁/gpm₀)}; null when GPM is as it was
     */
    public record Part(BigInteger amount, @Nullable Double share) {}

    /** Of the figures as they are shown, in minor units for a thousand impressions; of what can be decomposed. */
    public BigInteger amount() {
        return after.shownGpm().orElseThrow().subtract(before.shownGpm().orElseThrow());
    }

    /** What each factor did: {@code L(gpm₁, gpm₀) · ln(f₁/f₀)}; of what can be decomposed. */
    public Map<Factor, Part> parts() {
        double mean = Logarithms.mean(before.gpm(), after.gpm());
        double all = Logarithms.growth(before.gpm(), after.gpm());
        var growths = growths();
        var amounts = LargestRemainder.of(
                growths.stream().map(growth -> mean * growth).toList(), amount());
        var parts = new EnumMap<Factor, Part>(Factor.class);
        for (var factor : Factor.values()) {
            int at = factor.ordinal();
            parts.put(factor, new Part(amounts.get(at), all == 0 ? null : growths.get(at) / all));
        }
        return parts;
    }

    /** {@code ln(f₁/f₀)} of each factor in its order. */
    List<Double> growths() {
        return Stream.of(Factor.values())
                .map(factor -> Logarithms.growth(before.factor(factor), after.factor(factor)))
                .toList();
    }

    /** With six digits; null as it is. */
    public static @Nullable BigDecimal shown(@Nullable Double share) {
        return share == null ? null : BigDecimal.valueOf(share).setScale(6, RoundingMode.HALF_UP);
    }
}
