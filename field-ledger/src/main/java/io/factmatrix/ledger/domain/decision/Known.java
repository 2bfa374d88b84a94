package io.factmatrix.ledger.domain.decision;

import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.order.Order;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of a ledger that a batch can touch: what is stored already, and what the batch adds. */
public final class Known {

    private final Map<String, Event> byId = new HashMap<>();
    private final Map<String, Event> bySuperseded = new HashMap<>();
    private final Map<String, Event> bySettled = new HashMap<>();
    private final Map<Order.Key, Order> orders = new HashMap<>();

    /**
     * @param stored events of the ledger in recorded order: at least those with an id, or a target, that the batch names, all
     *     they lead back to, and all that concern its orders
     * @param outclaimed the lines of these orders that stronger fields claim
     */
    public Known(Collection<Event> stored, Map<Order.Key, ? extends Collection<String>> outclaimed) {
        stored.forEach(this::add);
        outclaimed.forEach((key, lines) -> order(key).outclaim(lines));
    }

    void add(Event event) {
        if (byId.putIfAbsent(event.id(), event) != null) {
            return;
        }
        var superseded = event.supersedes();
        if (superseded != null) {
            bySuperseded.put(superseded, event);
        }
        var settled = event.settles();
        if (settled != null) {
            bySettled.put(settled, event);
        }
        Order.Key.of(event).ifPresent(key -> order(key).add(event));
    }

    @Nullable Event event(String id) {
        return byId.get(id);
    }

    /** The events that take that one out of the figures. */
    List<Event> supersedersOf(String id) {
        var superseders = new ArrayList<Event>(1);
        var superseder = bySuperseded.get(id);
        if (superseder != null) {
            superseders.add(superseder);
        }
        var settlement = bySettled.get(id);
        if (settlement != null && !settlement.equals(superseder)) {
            superseders.add(settlement);
        }
        return superseders;
    }

    @Nullable Event supersederOf(String id) {
        return bySuperseded.get(id);
    }

    boolean isSuperseded(String id) {
        return bySuperseded.containsKey(id) || bySettled.containsKey(id);
    }

    Order order(Order.Key key) {
        return orders.computeIfAbsent(key, unknown -> new Order());
    }
}
