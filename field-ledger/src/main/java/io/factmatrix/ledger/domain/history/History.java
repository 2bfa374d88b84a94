package io.factmatrix.ledger.domain.history;

import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.Position;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.figures.Window;
import io.factmatrix.ledger.domain.order.SharedOrder;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Consumer;

/** The facts of a ledger as of a moment, inside a transaction of its merchant. What is handed out is not held. */
public interface History {

    /** How far the ledger had come by then; of its own events alone, so that it stays what it is. */
    Position position(LedgerId ledger, Instant recorded);

    /** Traffic, costs and tickets that counted and may lie in the window. */
    void events(LedgerId ledger, Moment moment, Window window, Consumer<Event> counted);

    /** The orders of which something lies in the window, each with all that was known of it. */
    void orders(LedgerId ledger, Moment moment, Window window, Consumer<SharedOrder> known);

    /** The orders in which these people paid a line no later than the purchase that is named, each with all that was known of it. */
    void ordersUntil(LedgerId ledger, Moment moment, Collection<Purchase> purchases, Consumer<SharedOrder> known);
}
