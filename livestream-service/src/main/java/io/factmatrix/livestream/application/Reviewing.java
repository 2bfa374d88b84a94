package io.factmatrix.livestream.application;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldSums;
import io.factmatrix.ledger.domain.settlement.Standing;
import io.factmatrix.ledger.domain.touchpoint.PlaceSums;
import io.factmatrix.ledger.domain.touchpoint.Touchpoints;
import io.factmatrix.livestream.domain.review.Broadcast;
import io.factmatrix.livestream.domain.review.Curve;
import io.factmatrix.livestream.domain.review.PlannedProduct;
import io.factmatrix.livestream.domain.review.ProductResult;
import io.factmatrix.livestream.domain.review.Review;
import io.factmatrix.livestream.domain.review.ReviewedFigures;
import io.factmatrix.livestream.domain.review.SessionFigures;
import io.factmatrix.livestream.domain.review.Stability;
import io.factmatrix.livestream.domain.review.WeakestStep;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the ledger says of sessions, each answer inside one transaction of the merchant, so that all in it is as of one moment. */
public final class Reviewing {

    /** So many sessions are read by one statement: three years of one a day. */
    public static final int MOST = 1_000;

    /** Beside it figures tell which others there are. */
    private static final String ANY = "CNY";

    private final FieldSums sums;
    private final Touchpoints touchpoints;

    public Reviewing(FieldSums sums, Touchpoints touchpoints) {
        this.sums = sums;
        this.touchpoints = touchpoints;
    }

    /**
     * The review of a session in one currency.
     *
     * @param before the merchant's sessions that it may be compared with, at most {@value #MOST}; used are those that ended in the
     *     {@linkplain WeakestStep#BEFORE 28 days} before it started
     * @param planned each product once
     */
    public Review review(
            MerchantId merchant,
            Broadcast broadcast,
            List<Broadcast> before,
            List<PlannedProduct> planned,
            String currency) {
        var compared = compared(broadcast, before);
        var read = new ArrayList<>(compared);
        read.add(broadcast);
        var own = read(merchant, read, currency);
        var figures = figures(merchant, broadcast, own.remove(compared.size()), currency);
        var sold = touchpoints.products(ledger(merchant), broadcast.place(), currency);
        return Review.of(figures, own, ProductResult.of(planned, sold, currency), standing(merchant));
    }

    /** The key figures of a session as they are now, in each currency in which anything happened. */
    List<ReviewedFigures> reviewed(MerchantId merchant, Broadcast broadcast) {
        var currencies = new TreeSet<>(touchpoints
                .figures(ledger(merchant), broadcast.place(), ANY)
                .otherCurrencies()
                .keySet());
        currencies.add(ANY);
        return currencies.stream()
                .map(currency -> reviewed(merchant, broadcast, currency))
                .toList();
    }

    /** The key figures of a session as they are now. */
    public ReviewedFigures reviewed(MerchantId merchant, Broadcast broadcast, String currency) {
        var own = read(merchant, List.of(broadcast), currency).get(0);
        return ReviewedFigures.of(
                figures(merchant, broadcast, own, currency),
                standing(merchant).position().watermark());
    }

    /** The session from its start to its end, by minutes or longer pieces. */
    public Curve curve(MerchantId merchant, Broadcast broadcast, String currency) {
        var cut = Curve.Cut.of(broadcast);
        var ledger = ledger(merchant);
        var gathering = new Curve.Gathering(cut);
        touchpoints.traffic(ledger, broadcast.place(), cut.from(), cut.to(), gathering::add);
        return gathering.curve(
                currency, touchpoints.sales(ledger, broadcast.place(), currency, cut.from(), cut.to(), cut.step()));
    }

    /** How steady these sessions are, at most {@value #MOST}; their weekdays and slots by the clock of that zone. */
    public Stability stability(MerchantId merchant, List<Broadcast> broadcasts, ZoneId zone, String currency) {
        bounded(broadcasts);
        return Stability.of(broadcasts, read(merchant, broadcasts, currency), zone, currency);
    }

    private static List<Broadcast> compared(Broadcast broadcast, List<Broadcast> before) {
        bounded(before);
        var earliest = broadcast.startedAt().minus(WeakestStep.BEFORE);
        var places = new HashSet<>(Set.of(broadcast.place()));
        return before.stream()
                .filter(other -> !other.endedAt().isAfter(broadcast.startedAt())
                        && !other.endedAt().isBefore(earliest))
                // What two sessions at one touchpoint have cannot be told apart: it is one of them.
                .filter(other -> places.add(other.place()))
                .toList();
    }

    private static void bounded(List<Broadcast> broadcasts) {
        if (broadcasts.size() > MOST) {
            throw new IllegalArgumentException(
                    "broadcasts: %d (expected: at most %d)".formatted(broadcasts.size(), MOST));
        }
    }

    private SessionFigures figures(MerchantId merchant, Broadcast broadcast, PlaceSums own, String currency) {
        var ledger = ledger(merchant);
        var place = broadcast.place();
        return new SessionFigures(
                broadcast,
                currency,
                touchpoints.figures(ledger, place, currency),
                own,
                touchpoints.repeatBuyers(ledger, place, currency));
    }

    private List<PlaceSums> read(MerchantId merchant, List<Broadcast> broadcasts, String currency) {
        var places = broadcasts.stream().map(Broadcast::place).toList();
        return new ArrayList<>(touchpoints.sums(ledger(merchant), places, currency));
    }

    private Standing standing(MerchantId merchant) {
        return sums.standings(merchant, Set.of(Field.LIVESTREAM)).getOrDefault(Field.LIVESTREAM, Standing.START);
    }

    private static LedgerId ledger(MerchantId merchant) {
        return new LedgerId(merchant, Field.LIVESTREAM);
    }
}
