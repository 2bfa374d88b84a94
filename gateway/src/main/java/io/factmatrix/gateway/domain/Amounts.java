package io.factmatrix.gateway.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** How figures are written. Rounds HALF_UP, here at the edge only. */
public record Amounts(Currency currency) {

    private static final int RATIO_DIGITS = 6;

    /** Minor units as a decimal with exactly the currency's digits. */
    public String money(BigInteger minor) {
        return new BigDecimal(minor, currency.getDefaultFractionDigits()).toPlainString();
    }

    /** Money for each of something; null for each of nothing. */
    @Nullable String moneyEach(BigInteger minor, BigInteger count) {
        return count.signum() == 0
                ? null
                : money(new BigDecimal(minor)
                        .divide(new BigDecimal(count), 0, RoundingMode.HALF_UP)
                        .toBigInteger());
    }

    /** A share or a rate with six digits; null of nothing. */
    public static @Nullable BigDecimal ratio(BigInteger part, BigInteger whole) {
        return whole.signum() == 0
                ? null
                : new BigDecimal(part).divide(new BigDecimal(whole), RATIO_DIGITS, RoundingMode.HALF_UP);
    }
}
