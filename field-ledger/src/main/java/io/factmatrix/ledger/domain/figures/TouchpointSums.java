package io.factmatrix.ledger.domain.figures;

import io.factmatrix.ledger.domain.event.Counter;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one touchpoint brings to the ratios of its field: a ratio is taken over the touchpoints known on both sides, so that a
 * denominator nobody reported never inflates it.
 *
 * @param orders the field's orders whose earliest line lies here
 * @param ordersOfWhole those of them that have no earlier line in another field
 * @param counters those reported
 */
public record TouchpointSums(
        BigInteger gmv, BigInteger orders, BigInteger ordersOfWhole, Map<Counter, BigInteger> counters) {

    private static final Set<Counter> CHAIN =
            EnumSet.of(Counter.IMPRESSIONS, Counter.VIEWS, Counter.PRODUCT_IMPRESSIONS, Counter.PRODUCT_CLICKS);

    private @Nullable BigInteger counter(Counter counter) {
        return counters.get(counter);
    }

    private static Function<TouchpointSums, @Nullable BigInteger> of(Counter counter) {
        return sums -> sums.counter(counter);
    }

    private Optional<Figures.Fraction> fraction(Ratio ratio) {
        return switch (ratio) {
            case GPM_IMPRESSION -> fraction(TouchpointSums::gmv, of(Counter.IMPRESSIONS));
            case GPM_VIEW -> fraction(TouchpointSums::gmv, of(Counter.VIEWS));
            case ENTER -> fraction(of(Counter.VIEWS), of(Counter.IMPRESSIONS));
            case PRODUCT_SHOW -> fraction(of(Counter.PRODUCT_IMPRESSIONS), of(Counter.VIEWS));
            case PRODUCT_CLICK -> fraction(of(Counter.PRODUCT_CLICKS), of(Counter.PRODUCT_IMPRESSIONS));
            case ORDER -> fraction(TouchpointSums::orders, of(Counter.PRODUCT_CLICKS));
            case ORDER_OF_WHOLE -> fraction(TouchpointSums::ordersOfWhole, of(Counter.PRODUCT_CLICKS));
            case UV_VALUE -> fraction(TouchpointSums::gmv, of(Counter.VIEWERS));
            case PAID -> fraction(of(Counter.PAID_IMPRESSIONS), of(Counter.IMPRESSIONS));
            case CHAIN_ENTER -> ofChain(of(Counter.VIEWS), of(Counter.IMPRESSIONS));
            case CHAIN_PRODUCT_CLICK -> ofChain(of(Counter.PRODUCT_CLICKS), of(Counter.PRODUCT_IMPRESSIONS));
            case CHAIN_AOV -> ofChain(TouchpointSums::gmv, TouchpointSums::orders);
            case CHAIN_AOV_OF_WHOLE -> ofChain(TouchpointSums::gmv, TouchpointSums::ordersOfWhole);
        };
    }

    private Optional<Figures.Fraction> ofChain(
            Function<TouchpointSums, @Nullable BigInteger> numerator,
            Function<TouchpointSums, @Nullable BigInteger> denominator) {
        return counters.keySet().containsAll(CHAIN) ? fraction(numerator, denominator) : Optional.empty();
    }

    private Optional<Figures.Fraction> fraction(
            Function<TouchpointSums, @Nullable BigInteger> numerator,
            Function<TouchpointSums, @Nullable BigInteger> denominator) {
        var above = numerator.apply(this);
        var below = denominator.apply(this);
        return above == null || below == null ? Optional.empty() : Optional.of(new Figures.Fraction(above, below));
    }

    /** The ratios of all these touchpoints together. */
    static Map<Ratio, Figures.Fraction> ratios(Iterable<TouchpointSums> touchpoints) {
        var ratios = new TreeMap<Ratio, Figures.Fraction>();
        for (var touchpoint : touchpoints) {
            for (var ratio : Ratio.values()) {
                touchpoint.fraction(ratio).ifPresent(part -> ratios.merge(ratio, part, Figures.Fraction::plus));
            }
        }
        return ratios;
    }

    /** The counters of all these touchpoints together, each with the GMV of those that reported it. */
    static Map<Counter, Figures.Reported> traffic(Iterable<TouchpointSums> touchpoints) {
        var traffic = new HashMap<Counter, Figures.Reported>();
        for (var touchpoint : touchpoints) {
            touchpoint
                    .counters()
                    .forEach((counter, value) -> traffic.merge(
                            counter, new Figures.Reported(value, touchpoint.gmv()), Figures.Reported::plus));
        }
        return new TreeMap<>(traffic);
    }
}
