package io.factmatrix.ledger.domain.settlement;

import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Fact;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.order.Order;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a ledger knows of the others. All of it inside a transaction of its merchant, and what writes while the ledger is held. */
public interface Settlements {

    /** All ledgers that hold anything, of whatever merchant; outside any transaction of a merchant. */
    List<LedgerId> kept();

    /** How many refunds of all merchants wait for their lines; outside any transaction of a merchant. */
    long parked();

    /** How far the ledger has taken in that feed of that source, itself among them; empty while the ledger holds nothing. */
    Optional<Cursor> cursor(LedgerId ledger, Field source, Feed feed);

    void keep(LedgerId ledger, Field source, Feed feed, Cursor cursor);

    /** What is stored about these orders, in recorded order. */
    List<Fact> ofOrders(LedgerId ledger, Collection<String> orders);

    /** What other fields hold of these orders, of each field in its recorded order. */
    List<Event> foreignOfOrders(LedgerId ledger, Collection<String> orders);

    /** Takes in paid events of another field; those that are known already are left as they are. */
    void takeInLines(LedgerId ledger, Field source, List<PaidLine> lines);

    /** Keeps what the claims of other fields change. */
    void keepClaims(LedgerId ledger, Claims.Changes changes);

    /** Finds the first purchases of these people anew. */
    void findFirsts(LedgerId ledger, Collection<String> audiences);

    /** Takes in first purchases of another field, and judges anew who is new in this one. */
    void takeInFirsts(LedgerId ledger, Field source, List<FirstPurchase> firsts);

    /** The people whom these own events tell of, or the events that they replace. */
    Set<String> audiences(LedgerId ledger, List<PaidLine> lines);

    /** The lines of these orders that stronger fields claim, as kept. */
    Map<Order.Key, Map<String, Field>> outclaimed(LedgerId ledger, Collection<String> orders);
}
