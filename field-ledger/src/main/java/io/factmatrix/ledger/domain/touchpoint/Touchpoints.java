package io.factmatrix.ledger.domain.touchpoint;

import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.figures.Figures;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a ledger holds of single touchpoints, over all time: what is refunded or spent weeks later belongs to them, too. Each answer is in
 * the transaction of the caller, and reads the rows of these touchpoints alone, however many others there are.
 */
public interface Touchpoints {

    /** The figures of the view for that touchpoint and shop, over all time. */
    Figures figures(LedgerId ledger, Place place, String currency);

    /** The sums of each of these places, in their order, all of them by one statement. */
    List<PlaceSums> sums(LedgerId ledger, List<Place> places, String currency);

    /**
     * How many people with a counted line of that currency here had bought from the merchant before: those whose first purchase with the
     * merchant, in any field, shop and currency, lies elsewhere, and so is earlier than whatever they paid here. With the new buyers of
     * that currency they are all buyers. A purchase that the ledger has not yet settled makes nobody one of either.
     */
    BigInteger repeatBuyers(LedgerId ledger, Place place, String currency);

    /** What was sold or refunded here, by product; none of a product of which nothing was. */
    Map<String, ProductSums> products(LedgerId ledger, Place place, String currency);

    /**
     * What was paid here in pieces of that length, in the order of time; none where nothing was. An order whose earliest line here was paid before is counted in no piece.
     *
     * @param from where the first piece begins
     * @param to excluded
     */
    List<SalesPoint> sales(LedgerId ledger, Place place, String currency, Instant from, Instant to, Duration step);

    /** The traffic events that count and whose intervals reach into that time, one after the other as they are read, in no order. */
    void traffic(LedgerId ledger, Place place, Instant from, Instant to, Consumer<Event> counted);
}
