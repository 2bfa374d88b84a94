package io.factmatrix.ledger.domain.figures;

import io.factmatrix.ledger.domain.event.Counter;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A field's sums over one window in one currency; money in minor units of that currency. Every member but orders adds up over fields,
 * so that the whole is the sum of its parts and ratios are recomputed from sums, never averaged.
 *
 * @param traffic only the counters that somebody reported in the window: an absent one is unknown
 * @param ratios numerator and denominator over the touchpoints where both are known; absent when there is none
 * @param orders orders counted at their earliest line within this field
 * @param ordersOfWhole those of them that have no earlier line in another field: these add up over fields
 * @param newBuyers people whose first purchase with the merchant, in any field and currency, lies here; null when not every field
 *     could be asked
 * @param buyers distinct audience with a paid line in this field: over fields it is a union
 * @param costs by category; only those with a cost event in the window
 * @param otherCurrencies what was paid, refunded and spent in other currencies, by currency
 */
public record Figures(
        BigInteger gmv,
        BigInteger refunds,
        BigInteger refundsOfPeriod,
        BigInteger units,
        BigInteger paidLines,
        BigInteger paidLinesWithAudience,
        BigInteger orders,
        BigInteger ordersOfWhole,
        @Nullable BigInteger newBuyers,
        Buyers buyers,
        Map<String, BigInteger> costs,
        Map<String, BigInteger> tickets,
        Map<Counter, Reported> traffic,
        Map<Ratio, Fraction> ratios,
        Map<String, Foreign> otherCurrencies) {

    /** Nothing happened: sums of nothing are zero, counters unknown. */
    public static final Figures NONE = new Figures(
            BigInteger.ZERO,
            BigInteger.ZERO,
            BigInteger.ZERO,
            BigInteger.ZERO,
            BigInteger.ZERO,
            BigInteger.ZERO,
            BigInteger.ZERO,
            BigInteger.ZERO,
            BigInteger.ZERO,
            Buyers.NONE,
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of());

    /**
     * A counter that was reported.
     *
     * @param value the sum of what was reported
     * @param gmv the GMV of the touchpoints that reported it, for its coverage
     */
    public record Reported(BigInteger value, BigInteger gmv) {
        Reported plus(Reported other) {
            return new Reported(value.add(other.value), gmv.add(other.gmv));
        }
    }

    /** Two sums over the same touchpoints. */
    public record Fraction(BigInteger numerator, BigInteger denominator) {
        Fraction plus(Fraction other) {
            return new Fraction(numerator.add(other.numerator), denominator.add(other.denominator));
        }
    }

    /** What happened in a currency other than the one asked for, in its own minor units. */
    public record Foreign(BigInteger gmv, BigInteger refunds, BigInteger cost) {
        /** The sum of both, of one currency. */
        public Foreign plus(Foreign other) {
            return new Foreign(gmv.add(other.gmv), refunds.add(other.refunds), cost.add(other.cost));
        }
    }

    /** The sums of two fields; {@link #orders} of the result mean nothing merchant-wide. */
    public Figures plus(Figures other) {
        return new Figures(
                gmv.add(other.gmv),
                refunds.add(other.refunds),
                refundsOfPeriod.add(other.refundsOfPeriod),
                units.add(other.units),
                paidLines.add(other.paidLines),
                paidLinesWithAudience.add(other.paidLinesWithAudience),
                orders.add(other.orders),
                ordersOfWhole.add(other.ordersOfWhole),
                newBuyers == null || other.newBuyers == null ? null : newBuyers.add(other.newBuyers),
                buyers.plus(other.buyers),
                merged(costs, other.costs, BigInteger::add),
                merged(tickets, other.tickets, BigInteger::add),
                merged(traffic, other.traffic, Reported::plus),
                merged(ratios, other.ratios, Fraction::plus),
                merged(otherCurrencies, other.otherCurrencies, Foreign::plus));
    }

    private static <K extends Comparable<K>, V> Map<K, V> merged(
            Map<K, V> left, Map<K, V> right, BinaryOperator<V> plus) {
        var sum = new TreeMap<K, V>(left);
        right.forEach((key, value) -> sum.merge(key, value, plus));
        return sum;
    }
}
