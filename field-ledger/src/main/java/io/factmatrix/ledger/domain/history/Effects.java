package io.factmatrix.ledger.domain.history;

import io.factmatrix.ledger.domain.decision.Batch;
import io.factmatrix.ledger.domain.decision.Known;
import io.factmatrix.ledger.domain.event.Content.OfOrder;
import io.factmatrix.ledger.domain.event.Content.OrderPaid;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Fact;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.order.Order;
import io.factmatrix.ledger.domain.rollup.Rollup;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Events one after the other, and what each of them changed in the figures of one field. */
public final class Effects {

    private final Field own;
    private final ZoneId zone;
    private final Known known;
    private final Map<Order.Key, OrderHistory> orders;

    /**
     * @param known what was recorded before the first of the events and is named by one of them, or names one
     * @param orders those that the events concern
     */
    public Effects(Field own, ZoneId zone, Known known, Map<Order.Key, OrderHistory> orders) {
        this.own = own;
        this.zone = zone;
        this.known = known;
        this.orders = orders;
    }

    /** What the next event changed. */
    public Effect of(Fact cause) {
        var effect = new Effect(cause, zone);
        var key = Order.Key.of(cause.event());
        if (key.isPresent()) {
            addOrder(effect, cause, order(key.get()));
        } else {
            var batch = new Batch(known, cause.recordedAt());
            batch.decide(cause.event());
            effect.add(own, batch.changes().rollup());
        }
        return effect;
    }

    private OrderHistory order(Order.Key key) {
        return Objects.requireNonNull(orders.get(key), key::toString);
    }

    /** The whole is judged where the event was recorded: there all other fields' lines of the order are known. */
    private void addOrder(Effect effect, Fact cause, OrderHistory order) {
        var moment = Moment.of(cause);
        var before = order.at(moment.before());
        var after = order.at(moment);
        var difference = new Rollup();
        before.addTo(difference, -1);
        after.addTo(difference, 1);
        effect.add(own, difference);
        if (cause.event().field() == own) {
            before.earliest().forEach((currency, line) -> effect.addOrder(line, currency, -1));
            after.earliest().forEach((currency, line) -> effect.addOrder(line, currency, 1));
        }
    }

    /** Whose first purchase may be another one since that event, on a day that was over: whoever paid for the line, in whichever field. */
    public Set<String> people(Fact cause, Effect effect) {
        if (cause.event().field() != own || !(cause.event().content() instanceof OrderPaid paid)) {
            return Set.of();
        }
        var payments = order(Order.Key.of(cause.event()).orElseThrow())
                .until(Moment.of(cause))
                .filter(event -> event.content() instanceof OrderPaid && isOf(event, paid.line()))
                .toList();
        return payments.stream().anyMatch(payment -> effect.isOver(payment.occurredAt()))
                ? payments.stream()
                        .map(Event::audience)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static boolean isOf(Event event, String line) {
        return ((OfOrder) event.content()).line().equals(line);
    }
}
