package io.factmatrix.ledger.domain.history;

import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.Position;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Fact;
import io.factmatrix.ledger.domain.figures.Window;
import io.factmatrix.ledger.domain.order.Order;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** The facts of a ledger as they came to be, inside a transaction of its merchant. What is handed out one by one is not held. */
public interface History {

    /** How far the ledger had come by then; of its own events alone, so that it stays what it is. */
    Position position(LedgerId ledger, Instant recorded);

    /** Traffic, costs and tickets that counted then and may lie in the window. */
    void events(LedgerId ledger, Moment moment, Window window, Consumer<Event> counted);

    /** The orders of which something lay in the window by then, each with all that was known of it. */
    void orders(LedgerId ledger, Moment moment, Window window, Consumer<OrderHistory> known);

    /** The orders in which one of these people had paid a line by then, each with all that was known of it. */
    void ordersOf(LedgerId ledger, Moment moment, Collection<String> audiences, Consumer<OrderHistory> known);

    /** These orders, with all that was known of them by then. */
    void orders(LedgerId ledger, Moment moment, Collection<Order.Key> keys, Consumer<OrderHistory> known);

    /**
     * What came to be between two moments and may have changed figures of the ledger: its own events, and what stronger fields paid for of
     * its orders; the earliest, in order, and at most so many.
     */
    List<Fact> causes(LedgerId ledger, Moment after, Moment until, int limit);

    /** The own events up to that watermark that replace or settle one of these, or that these replace or settle, in order. */
    List<Fact> superseding(LedgerId ledger, Collection<Event> events, long until);
}
