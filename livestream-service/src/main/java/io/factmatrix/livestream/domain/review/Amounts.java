package io.factmatrix.livestream.domain.review;

import io.factmatrix.ledger.domain.event.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import org.apache.commons.math3.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * How figures are written, as the view writes them. Rounds HALF_UP, here at the edge only.
 *
 * @param digits minor digits of the currency
 */
record Amounts(int digits) {

    private static final int RATE_DIGITS = 6;
    private static final BigInteger MILLIS_OF_HOUR =
            BigInteger.valueOf(Duration.ofHours(1).toMillis());

    static Amounts in(String currency) {
        return new Amounts(Money.digitsOf(currency)
                .orElseThrow(() -> new IllegalArgumentException(
                        "currency: %s (expected: one of ISO 4217 with minor digits)".formatted(currency))));
    }

    /** Minor units as a decimal with exactly the currency's digits. */
    String money(BigInteger minor) {
        return new BigDecimal(minor, digits).toPlainString();
    }

    /** The same of an average. */
    String money(BigDecimal minor) {
        return money(minor.setScale(0, RoundingMode.HALF_UP).toBigInteger());
    }

    /** Money for each of something; null for each of nothing. */
    @Nullable String moneyEach(BigInteger minor, BigInteger count) {
        return count.signum() == 0
                ? null
                : money(new BigDecimal(minor).divide(new BigDecimal(count), 0, RoundingMode.HALF_UP));
    }

    /** Money for each hour; null when there was no time. */
    @Nullable String moneyEachHour(BigInteger minor, Duration time) {
        return moneyEach(minor.multiply(MILLIS_OF_HOUR), BigInteger.valueOf(time.toMillis()));
    }

    /** A share or a rate with six digits; null of nothing. */
    static @Nullable BigDecimal ratio(BigInteger part, BigInteger whole) {
        return whole.signum() == 0
                ? null
                : new BigDecimal(part).divide(new BigDecimal(whole), RATE_DIGITS, RoundingMode.HALF_UP);
    }

    /** A rate with six digits; null of one that is unknown. */
    static @Nullable BigDecimal rate(@Nullable BigFraction rate) {
        return rate == null ? null : ratio(rate.getNumerator(), rate.getDenominator());
    }

    /** Hours with six digits. */
    static BigDecimal hours(Duration time) {
        return new BigDecimal(time.toMillis())
                .divide(new BigDecimal(MILLIS_OF_HOUR), RATE_DIGITS, RoundingMode.HALF_UP);
    }

    /** With six digits. */
    static BigDecimal rounded(BigDecimal value) {
        return value.setScale(RATE_DIGITS, RoundingMode.HALF_UP);
    }
}
