package io.factmatrix.kol.domain.economics;

import io.factmatrix.ledger.domain.event.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How figures are written, as the view writes them.
 *
 * @param digits minor digits of the currency
 */
record Amounts(int digits) {

    private static final int RATE_DIGITS = 6;

    static Amounts in(String currency) {
        return new Amounts(Money.digitsOf(currency)
                .orElseThrow(() -> new IllegalArgumentException(
                        "currency: %s (expected: one of ISO 4217 with minor digits)".formatted(currency))));
    }

    /** Minor units as a decimal with exactly the currency's digits; null of what is unknown. */
    @Nullable String money(@Nullable BigInteger minor) {
        return minor == null ? null : new BigDecimal(minor, digits).toPlainString();
    }

    /** A share or a rate with six digits, HALF_UP; null of nothing. */
    static @Nullable BigDecimal ratio(BigInteger part, BigInteger whole) {
        return whole.signum() == 0
                ? null
                : new BigDecimal(part).divide(new BigDecimal(whole), RATE_DIGITS, RoundingMode.HALF_UP);
    }

    /** A share of money in whole minor units, HALF_UP. */
    static BigInteger share(BigInteger minor, BigDecimal share) {
        return new BigDecimal(minor)
                .multiply(share)
                .setScale(0, RoundingMode.HALF_UP)
                .toBigIntegerExact();
    }
}
