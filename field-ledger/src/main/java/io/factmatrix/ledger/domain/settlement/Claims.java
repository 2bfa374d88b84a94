package io.factmatrix.ledger.domain.settlement;

import io.factmatrix.ledger.domain.event.Content.OrderPaid;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Fact;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.event.State;
import io.factmatrix.ledger.domain.order.Order;
import io.factmatrix.ledger.domain.order.SharedOrder;
import io.factmatrix.ledger.domain.rollup.Rollup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a field's orders come to when another field's lines of the same orders are taken in, or its own. Pure: the store loads
 * what is known before, and keeps what changes.
 */
public final class Claims {

    private final Field own;
    private final Map<Order.Key, SharedOrder> shared = new HashMap<>();
    private final Map<Order.Key, List<Event>> recorded = new HashMap<>();
    private final Map<Order.Key, Map<String, Field>> outclaimed;
    private final Rollup rollup = new Rollup();
    private final Set<Order.Key> touched = new LinkedHashSet<>();

    /**
     * @param recorded all that the field has recorded about these orders, in recorded order
     * @param settledTo the watermark up to which its own events are taken in
     * @param foreign what other fields hold of them, as taken in
     * @param outclaimed the lines that stronger fields claimed so far
     */
    public Claims(
            Field own,
            Collection<Fact> recorded,
            long settledTo,
            Collection<Event> foreign,
            Map<Order.Key, Map<String, Field>> outclaimed) {
        this.own = own;
        this.outclaimed = outclaimed;
        for (var fact : recorded) {
            var key = key(fact.event());
            this.recorded.computeIfAbsent(key, unknown -> new ArrayList<>()).add(fact.event());
            if (fact.watermark() <= settledTo && fact.event().content() instanceof OrderPaid) {
                order(key).add(fact.event());
            }
        }
        foreign.forEach(event -> order(key(event)).add(event));
    }

    /** The order of an event that concerns one. */
    public static Order.Key key(Event event) {
        return Order.Key.of(event).orElseThrow();
    }

    private SharedOrder order(Order.Key key) {
        return shared.computeIfAbsent(key, unknown -> new SharedOrder(own));
    }

    /** Takes in the next paid event: of another field, or of the own one. */
    public void takeIn(Event event) {
        var key = key(event);
        if (touched.add(key)) {
            order(key).addYielded(rollup, -1);
        }
        order(key).add(event);
    }

    /** What that changes; called once, after the last event. */
    public Changes changes() {
        var changes = new Changes(new HashMap<>(), new HashMap<>(), new HashSet<>(), new HashSet<>(), rollup);
        for (var key : touched) {
            var order = order(key);
            order.addYielded(rollup, 1);
            if (order.isShared() && recorded.containsKey(key)) {
                changes.shared().add(key);
            }
            var before = outclaimed.getOrDefault(key, Map.of());
            var after = order.outclaimed();
            if (!before.equals(after)) {
                changes.outclaimed().put(key, after);
                move(key, before.keySet(), after.keySet(), changes);
            }
        }
        return changes;
    }

    /** The order is summed as it is recorded, and not only as far as it is taken in: so the ingest summed it, too. */
    private void move(Order.Key key, Set<String> before, Set<String> after, Changes changes) {
        var order = new Order();
        var events = recorded.getOrDefault(key, List.of());
        events.forEach(order::add);
        order.outclaim(before);
        order.addTo(rollup, -1);
        var statesBefore = order.states();
        order.outclaim(after);
        order.addTo(rollup, 1);
        var states = order.states();
        statesBefore.keySet().forEach(id -> changes.states().put(id, State.COUNTED));
        changes.states().putAll(states);
        events.forEach(event -> {
            if (event.audience() != null) {
                changes.audiences().add(event.audience());
            }
        });
    }

    /**
     * What is to be kept.
     *
     * @param outclaimed of each order that changed, all the lines that stronger fields claim now, and by which
     * @param states new states by event id
     * @param shared the own orders that other fields hold, too, and that changed
     * @param audiences whose first purchase may be another one now
     */
    public record Changes(
            Map<Order.Key, Map<String, Field>> outclaimed,
            Map<String, State> states,
            Set<Order.Key> shared,
            Set<String> audiences,
            Rollup rollup) {}
}
