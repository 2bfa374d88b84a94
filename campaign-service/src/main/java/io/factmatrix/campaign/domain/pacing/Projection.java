package io.factmatrix.campaign.domain.pacing;

import io.factmatrix.kit.json.Word;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * What something comes to at its end, with bounds at 95 %; all null, with the reason, where that cannot be told.
 *
 * @param lower null of an average, which has no bounds
 */
public record Projection(
        @Nullable BigInteger value,
        @Nullable BigInteger lower,
        @Nullable BigInteger upper,
        @Nullable Basis basis,
        @Nullable String unknown) {

    private static final double UPPER_TAIL = 0.975;

    /** What it is projected from. */
    public enum Basis implements Word {
        /** It has ended. */
        OVER,
        /** {@link EarlierCourses}. */
        EARLIER_CAMPAIGNS,
        /** {@link Pace}. */
        PACE,
        /** All that has passed. */
        AVERAGE
    }

    static Projection unknown(String reason) {
        return new Projection(null, null, null, null, reason);
    }

    static Projection over(BigInteger actual) {
        return new Projection(actual, actual, actual, Basis.OVER, null);
    }

    static Projection average(@Nullable BigInteger value) {
        return value == null
                ? unknown("it is not known, or nothing has passed")
                : new Projection(value, null, null, Basis.AVERAGE, null);
    }

    /** HALF_UP, and outward; what was sold is never unsold, so that not even the lower bound is below it. */
    static Projection estimated(BigInteger actual, double value, double lower, double upper, Basis basis) {
        return new Projection(
                rounded(value, RoundingMode.HALF_UP).max(actual),
                rounded(lower, RoundingMode.FLOOR).max(actual),
                rounded(upper, RoundingMode.CEILING).max(actual),
                basis,
                null);
    }

    private static BigInteger rounded(double value, RoundingMode mode) {
        return BigDecimal.valueOf(value).setScale(0, mode).toBigInteger();
    }

    /** The same with what was there before. */
    Projection plus(BigInteger before) {
        return new Projection(
                value == null ? null : value.add(before),
                lower == null ? null : lower.add(before),
                upper == null ? null : upper.add(before),
                basis,
                unknown);
    }

    /** Of Student's t with so many degrees of freedom: 97.5 % lie below. */
    static double student(int degrees) {
        return new TDistribution(null, degrees).inverseCumulativeProbability(UPPER_TAIL);
    }
}
