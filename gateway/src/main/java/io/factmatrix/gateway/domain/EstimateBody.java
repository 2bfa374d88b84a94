package io.factmatrix.gateway.domain;

import io.factmatrix.gateway.domain.estimate.Estimate;
import io.factmatrix.gateway.domain.estimate.Refusal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How estimates are answered: coefficients with six digits, counts and money whole. */
final class EstimateBody {

    private static final int DIGITS = 6;

    private EstimateBody() {}

    static <T> @Nullable Object orNull(@Nullable T told, Function<T, Object> body) {
        return told == null ? null : body.apply(told);
    }

    static Object refusal(Refusal refusal) {
        return new Members()
                .add("code", refusal.code())
                .add("detail", refusal.detail())
                .object();
    }

    static Map<String, @Nullable Object> bounds(Estimate estimate, Function<Double, @Nullable Object> shown) {
        return new Members()
                .add("value", shown.apply(estimate.value()))
                .add("lower", shown.apply(estimate.lower()))
                .add("upper", shown.apply(estimate.upper()))
                .object();
    }

    static BigInteger whole(double value) {
        return BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_UP).toBigIntegerExact();
    }

    /** What is infinite, as a share of nothing is, is not told. */
    static @Nullable BigDecimal rounded(double value) {
        return Double.isFinite(value) ? BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP) : null;
    }
}
