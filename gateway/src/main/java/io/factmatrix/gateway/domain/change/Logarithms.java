package io.factmatrix.gateway.domain.change;

import io.factmatrix.ledger.domain.figures.Figures.Fraction;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** Logarithms of quotients of exact sums: a small change of great sums keeps its digits. */
final class Logarithms {

    private Logarithms() {}

    /** {@code ln(after / before)}; of fractions greater than 0. */
    static double growth(Fraction before, Fraction after) {
        return growth(
                before.numerator().multiply(after.denominator()),
                after.numerator().multiply(before.denominator()));
    }

    private static double growth(BigInteger before, BigInteger after) {
        double relative = quotient(after.subtract(before), before).doubleValue();
        // Near to 0 the quotient has lost what matters, near to -1 the difference has.
        return Math.abs(relative) < 0.5
                ? Math.log1p(relative)
                : Math.log(quotient(after, before).doubleValue());
    }

    /** The logarithmic mean, L(a,b) = (a − b) / ln(a/b), L(a,a) = a; of fractions greater than 0. */
    static double mean(Fraction before, Fraction after) {
        double growth = growth(before, after);
        var difference = value(after).subtract(value(before));
        return growth == 0 ? value(after).doubleValue() : difference.doubleValue() / growth;
    }

    static BigDecimal value(Fraction fraction) {
        return quotient(fraction.numerator(), fraction.denominator());
    }

    private static BigDecimal quotient(BigInteger numerator, BigInteger denominator) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), MathContext.DECIMAL128);
    }
}
