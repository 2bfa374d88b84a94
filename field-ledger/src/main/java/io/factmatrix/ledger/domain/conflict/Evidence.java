package io.factmatrix.ledger.domain.conflict;

import io.factmatrix.ledger.domain.Facts.Stated;
import io.factmatrix.ledger.domain.conflict.Conflict.InvalidRefund;
import io.factmatrix.ledger.domain.conflict.Conflict.OutclaimedLine;
import io.factmatrix.ledger.domain.conflict.Conflict.OutclaimedRefund;
import io.factmatrix.ledger.domain.event.Content.OfOrder;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.EventType;
import io.factmatrix.ledger.domain.event.Fact;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.event.State;
import io.factmatrix.ledger.domain.order.Order;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is recorded, here and elsewhere, of the lines in conflict: by which an event and its state become a conflict. Pure. */
public final class Evidence {

    private final Map<Order.Key, Order> own = new HashMap<>();
    private final Map<Order.Key, Map<Field, Order>> foreign = new HashMap<>();
    private final Map<Order.Key, Map<String, Field>> outclaimed;

    /**
     * @param recorded all that the ledger has recorded about these lines, in recorded order
     * @param foreign what stronger fields hold of them, as taken in, of each field in its recorded order
     * @param outclaimed the lines that stronger fields claim, and by which
     */
    public Evidence(
            Collection<Event> recorded, Collection<Event> foreign, Map<Order.Key, Map<String, Field>> outclaimed) {
        recorded.forEach(
                event -> own.computeIfAbsent(key(event), unknown -> new Order()).add(event));
        foreign.forEach(event -> this.foreign
                .computeIfAbsent(key(event), unknown -> new EnumMap<>(Field.class))
                .computeIfAbsent(event.field(), unknown -> new Order())
                .add(event));
        this.outclaimed = outclaimed;
    }

    private static Order.Key key(Event event) {
        return Order.Key.of(event).orElseThrow();
    }

    /** The conflict of an event whose state is {@code outclaimed} or {@code invalid}. */
    public Conflict of(Stated stated) {
        var fact = stated.fact();
        var event = fact.event();
        var order = known(own.get(key(event)), fact);
        var line = ((OfOrder) event.content()).line();
        var paid = known(order.paid(line), fact);
        if (stated.state() == State.INVALID) {
            return new InvalidRefund(fact, paid, order.leftFor(event));
        }
        return event.type() == EventType.ORDER_PAID
                ? new OutclaimedLine(fact, claimedBy(fact, line), order.refunded(line))
                : new OutclaimedRefund(fact, paid, claimedBy(fact, line));
    }

    private Event claimedBy(Fact fact, String line) {
        var key = key(fact.event());
        var by = known(outclaimed.getOrDefault(key, Map.of()).get(line), fact);
        var claims = known(foreign.getOrDefault(key, Map.of()).get(by), fact).claims();
        return known(claims.get(line), fact);
    }

    /** All of it is read as of one moment and was kept together: what is missing is an error of ours. */
    private static <T> T known(@Nullable T evidence, Fact fact) {
        if (evidence == null) {
            throw new IllegalStateException("Nothing explains the state of %s of %s"
                    .formatted(fact.event().id(), fact.event().field()));
        }
        return evidence;
    }
}
