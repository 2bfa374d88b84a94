package io.factmatrix.gateway.domain.change;

import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.Figures.Fraction;
import io.factmatrix.ledger.domain.figures.Ratio;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sums of a period over the touchpoints where all four counters are known: over these, GPM is exactly the product of its factors.
 *
 * @param gmv in minor units
 */
public record Chain(
        BigInteger impressions,
        BigInteger views,
        BigInteger productImpressions,
        BigInteger productClicks,
        BigInteger orders,
        BigInteger gmv) {

    /** Nothing happened. */
    static final Chain NONE = new Chain(
            BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

    /** Of a field; empty when it has no such touchpoint. */
    public static Optional<Chain> ofField(Figures sums) {
        return of(sums, Ratio.CHAIN_AOV);
    }

    /** The same with only the orders that the whole counts in these fields. */
    public static Optional<Chain> ofWhole(Figures sums) {
        return of(sums, Ratio.CHAIN_AOV_OF_WHOLE);
    }

    private static Optional<Chain> of(Figures sums, Ratio aov) {
        var enter = sums.ratios().get(Ratio.CHAIN_ENTER);
        var click = sums.ratios().get(Ratio.CHAIN_PRODUCT_CLICK);
        var order = sums.ratios().get(aov);
        return enter == null || click == null || order == null
                ? Optional.empty()
                : Optional.of(new Chain(
                        enter.denominator(),
                        enter.numerator(),
                        click.denominator(),
                        click.numerator(),
                        order.denominator(),
                        order.numerator()));
    }

    /** As a fraction that need not have a value: the denominator may be 0. */
    public Fraction factor(Factor factor) {
        return switch (factor) {
            case ENTER -> new Fraction(views, impressions);
            case PRODUCT_SHOW -> new Fraction(productImpressions, views);
            case PRODUCT_CLICK -> new Fraction(productClicks, productImpressions);
            case ORDER -> new Fraction(orders, productClicks);
            case AOV -> new Fraction(gmv, orders);
        };
    }

    /** In minor units for a thousand impressions. */
    public Fraction gpm() {
        return new Fraction(gmv.multiply(BigInteger.valueOf(1_000)), impressions);
    }

    /** The same rounded HALF_UP, as it is shown; empty of no impressions. */
    Optional<BigInteger> shownGpm() {
        return impressions.signum() == 0
                ? Optional.empty()
                : Optional.of(Logarithms.value(gpm())
                        .setScale(0, RoundingMode.HALF_UP)
                        .toBigIntegerExact());
    }

    /** The first factor that is 0 or has no value. */
    Optional<Factor> zero() {
        return Stream.of(Factor.values())
                .filter(factor -> factor(factor).numerator().signum() == 0
                        || factor(factor).denominator().signum() == 0)
                .findFirst();
    }
}
