package io.factmatrix.ledger.domain.order;

import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.rollup.Rollup;
import io.factmatrix.ledger.domain.rollup.Sale;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An order as one field sees it that knows what the other fields hold of it: which of its lines a stronger field claims, and
 * where another field's line is the earliest, so that the order counts there when the whole is counted.
 */
public final class SharedOrder {

    private final Field own;
    private final Order recorded = new Order();
    private final Map<Field, Order> orders = new EnumMap<>(Field.class);

    public SharedOrder(Field own) {
        this.own = own;
        orders.put(own, recorded);
    }

    /** Takes in what a field recorded; of each field in its recorded order. */
    public void add(Event event) {
        orders.computeIfAbsent(event.field(), other -> new Order()).add(event);
    }

    /** Whether another field holds anything of this order. */
    public boolean isShared() {
        return orders.size() > 1;
    }

    /** The own lines that a stronger field claims, and by which: the strongest one. */
    public Map<String, Field> outclaimed() {
        var strongest = strongestClaims();
        strongest.keySet().retainAll(recorded.paidLines());
        strongest.values().removeIf(by -> by.compareTo(own) <= 0);
        return strongest;
    }

    private Map<String, Field> strongestClaims() {
        var strongest = new HashMap<String, Field>();
        orders.forEach((field, order) ->
                order.claims().keySet().forEach(line -> strongest.merge(line, field, SharedOrder::stronger)));
        return strongest;
    }

    private static Field stronger(Field one, Field other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /**
     * Puts what this order counts for in the own field, whose refunds it was told of, too, into a rollup, or takes it out.
     *
     * @param sign 1 or -1
     */
    public void addTo(Rollup rollup, int sign) {
        recorded.outclaim(isShared() ? outclaimed().keySet() : Set.of());
        recorded.addTo(rollup, sign);
        if (isShared()) {
            addYielded(rollup, sign);
        }
    }

    /** The own paid events that count. */
    public Collection<Event> counted() {
        var claims = recorded.claims();
        if (isShared()) {
            claims.keySet().removeAll(outclaimed().keySet());
        }
        return claims.values();
    }

    /**
     * Puts into a rollup, or takes out, where the own field counts this order and the whole does not: at the own earliest line of
     * each grain in which another field has an earlier one.
     *
     * @param sign 1 or -1
     */
    public void addYielded(Rollup rollup, int sign) {
        var ofWhole = new HashSet<List<Object>>();
        var ofOwn = new HashSet<List<Object>>();
        for (var line : countedByAll()) {
            var cell = Order.cell(line);
            for (var grain : Sale.OF_ORDERS) {
                var place = Order.place(grain, cell);
                boolean first = ofWhole.add(place);
                if (line.field() == own && ofOwn.add(place) && !first) {
                    rollup.yieldedAt(cell).add(grain, sign);
                }
            }
        }
    }

    /** The line at which the whole counts this order, in each of its currencies. */
    public Map<String, Event> earliest() {
        var earliest = new HashMap<String, Event>();
        countedByAll().forEach(line -> earliest.putIfAbsent(Order.cell(line).kind(), line));
        return earliest;
    }

    /** Every field's lines that count, earliest first. */
    private List<Event> countedByAll() {
        var strongest = strongestClaims();
        var counted = new ArrayList<Event>();
        orders.forEach((field, order) -> order.claims().forEach((line, claim) -> {
            if (strongest.get(line) == field) {
                counted.add(claim);
            }
        }));
        counted.sort(Order.EARLIEST);
        return counted;
    }
}
