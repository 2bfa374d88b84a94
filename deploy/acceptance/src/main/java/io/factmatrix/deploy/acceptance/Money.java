package io.factmatrix.deploy.acceptance;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;

/** An exact amount in minor units of its currency. */
public record Money(BigInteger minor, String currency) {

    /** Reads a decimal literal; fails when it has more decimals than the currency. */
    public static Money of(String literal, String currency) {
        return new Money(
                new BigDecimal(literal).movePointRight(digits(currency)).toBigIntegerExact(), currency);
    }

    /** Minor digits by ISO 4217. */
    public static int digits(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }

    /** A decimal string with exactly the currency's minor digits. */
    public static String text(BigInteger minor, String currency) {
        return new BigDecimal(minor, digits(currency)).toPlainString();
    }

    /** A quotient of minor units, rounded HALF_UP to whole ones. */
    public static String text(BigInteger numerator, BigInteger denominator, String currency) {
        var quotient = new BigDecimal(numerator).divide(new BigDecimal(denominator), 0, RoundingMode.HALF_UP);
        return text(quotient.toBigInteger(), currency);
    }

    @Override
    public String toString() {
        return text(minor, currency) + " " + currency;
    }
}
