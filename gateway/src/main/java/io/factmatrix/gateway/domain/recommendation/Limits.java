package io.factmatrix.gateway.domain.recommendation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant lets a field spend in the days ahead; null for any.
 *
 * @param least in minor units, at most {@code most}
 * @param most in minor units
 * @param change by which it may move from what is spent at present, up or down, as a share of that
 */
public record Limits(
        @Nullable BigInteger least,
        @Nullable BigInteger most,
        @Nullable BigDecimal change) {

    public static final Limits NONE = new Limits(null, null, null);

    /** The least that is allowed, with that being spent at present. */
    BigInteger least(BigInteger present) {
        var byChange = change == null
                ? BigInteger.ZERO
                : moved(present, change.negate(), RoundingMode.CEILING).max(BigInteger.ZERO);
        return least == null ? byChange : least.max(byChange);
    }

    /** The most; null when there is none. */
    @Nullable BigInteger most(BigInteger present) {
        if (change == null) {
            return most;
        }
        var byChange = moved(present, change, RoundingMode.FLOOR);
        return most == null ? byChange : most.min(byChange);
    }

    private static BigInteger moved(BigInteger present, BigDecimal share, RoundingMode rounding) {
        return new BigDecimal(present)
                .multiply(BigDecimal.ONE.add(share))
                .setScale(0, rounding)
                .toBigIntegerExact();
    }

    /** What is nearest to that within {@code least} and {@code most}. */
    BigInteger nearest(BigInteger to) {
        var atLeast = least == null ? to : to.max(least);
        return most == null ? atLeast : atLeast.min(most);
    }
}
