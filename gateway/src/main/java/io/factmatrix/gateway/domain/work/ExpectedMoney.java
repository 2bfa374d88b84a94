package io.factmatrix.gateway.domain.work;

import io.factmatrix.ledger.domain.event.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an item is about in money, in minor units; all three are known, or none is.
 *
 * @param currency null where there is no money
 * @param unknown why it is not known; null when it is
 */
public record ExpectedMoney(
        @Nullable String currency,
        @Nullable BigInteger value,
        @Nullable BigInteger lower,
        @Nullable BigInteger upper,
        @Nullable String unknown) {

    public static ExpectedMoney unknown(String why) {
        return new ExpectedMoney(null, null, null, null, why);
    }

    /** Exactly that. */
    public static ExpectedMoney exactly(String currency, BigInteger value) {
        return new ExpectedMoney(currency, value, value, value, null);
    }

    /** Estimated between these bounds; rounded HALF_UP, here only, and never below 0. */
    public static ExpectedMoney between(String currency, double value, double lower, double upper) {
        return new ExpectedMoney(currency, minor(value), minor(lower), minor(upper), null);
    }

    private static BigInteger minor(double value) {
        return BigDecimal.valueOf(Math.max(0, value))
                .setScale(0, RoundingMode.HALF_UP)
                .toBigInteger();
    }

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("currency", currency);
        members.put("value", decimal(value));
        members.put("lower", decimal(lower));
        members.put("upper", decimal(upper));
        members.put("unknown", unknown);
        return members;
    }

    private @Nullable String decimal(@Nullable BigInteger minor) {
        return minor == null || currency == null
                ? null
                : new BigDecimal(minor, Money.digitsOf(currency).orElseThrow()).toPlainString();
    }
}
