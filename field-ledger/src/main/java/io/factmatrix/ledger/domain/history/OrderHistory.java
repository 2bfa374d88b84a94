package io.factmatrix.ledger.domain.history;

import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Fact;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.order.Order;
import io.factmatrix.ledger.domain.order.SharedOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An order as one field knows it, with when each part of it was recorded: what of that it was at any moment. */
public final class OrderHistory {

    private final Field own;
    private final List<Fact> facts = new ArrayList<>();

    public OrderHistory(Field own) {
        this.own = own;
    }

    /** Takes in what a field recorded; of each field in its recorded order. */
    public void add(Fact fact) {
        facts.add(fact);
    }

    /** The key of an order of which something is known. */
    public Order.Key key() {
        return Order.Key.of(facts.get(0).event()).orElseThrow();
    }

    /** Who ever paid for one of the field's own lines. */
    public Set<String> people() {
        return facts.stream()
                .map(Fact::event)
                .filter(event -> event.field() == own)
                .map(Event::audience)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** The order as it was known then. */
    public SharedOrder at(Moment moment) {
        var order = new SharedOrder(own);
        until(moment).forEach(order::add);
        return order;
    }

    /** All that had been recorded about it by then, in whichever field. */
    public Stream<Event> until(Moment moment) {
        return facts.stream().filter(isBy(moment)).map(Fact::event);
    }

    private static Predicate<Fact> isBy(Moment moment) {
        return fact -> Moment.of(fact).compareTo(moment) <= 0;
    }
}
