package io.factmatrix.gateway.domain.snowball;

import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.Ratio;
import java.math.BigInteger;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a day. A counter is known when every touchpoint that reported impressions reported it, too: paid impressions that nobody told are not 0.
 *
 * @param gmv in minor units, of the touchpoints that reported impressions
 * @param deposits follows and fan joins
 */
public record Day(
        LocalDate date,
        @Nullable BigInteger impressions,
        @Nullable BigInteger paidImpressions,
        @Nullable BigInteger views,
        @Nullable BigInteger gmv,
        @Nullable BigInteger deposits) {

    public static Day of(LocalDate date, Figures figures) {
        var impressions = figures.traffic().get(Counter.IMPRESSIONS);
        if (impressions == null) {
            return new Day(date, null, null, null, null, null);
        }
        var gpm = figures.ratios().get(Ratio.GPM_IMPRESSION);
        return new Day(
                date,
                impressions.value(),
                ofAll(figures, Ratio.PAID, impressions.value()),
                ofAll(figures, Ratio.ENTER, impressions.value()),
                gpm == null ? null : gpm.numerator(),
                deposits(figures));
    }

    private static @Nullable BigInteger ofAll(Figures figures, Ratio ratio, BigInteger impressions) {
        var fraction = figures.ratios().get(ratio);
        return fraction == null || !fraction.denominator().equals(impressions) ? null : fraction.numerator();
    }

    private static @Nullable BigInteger deposits(Figures figures) {
        var follows = figures.traffic().get(Counter.FOLLOWS);
        var fanJoins = figures.traffic().get(Counter.FAN_JOINS);
        return follows == null || fanJoins == null ? null : follows.value().add(fanJoins.value());
    }

    /** The first of the counters without which nothing is said of the day. */
    @Nullable String unknown() {
        if (impressions == null) {
            return Counter.IMPRESSIONS.member();
        }
        if (paidImpressions == null) {
            return Counter.PAID_IMPRESSIONS.member();
        }
        return views == null || gmv == null ? Counter.VIEWS.member() : null;
    }

    /** Of a day that is known: whether nothing but paid impressions was there, or no views. */
    boolean isEmpty() {
        return impressions == null
                || paidImpressions == null
                || views == null
                || impressions.compareTo(paidImpressions) <= 0
                || views.signum() == 0;
    }
}
