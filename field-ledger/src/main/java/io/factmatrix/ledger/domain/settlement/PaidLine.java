package io.factmatrix.ledger.domain.settlement;

import io.factmatrix.ledger.domain.event.Content.OrderPaid;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Fact;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.event.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A paid event as its ledger recorded it, with what another ledger needs of it.
 *
 * @param minor the amount in minor units of the currency
 */
public record PaidLine(
        long watermark,
        Instant recordedAt,
        String id,
        @Nullable String replaces,
        String shop,
        @Nullable String touchpoint,
        @Nullable String product,
        @Nullable String audience,
        Instant occurredAt,
        String order,
        String line,
        long quantity,
        long minor,
        String currency,
        boolean sample) {

    public static PaidLine of(Fact fact) {
        var event = fact.event();
        var paid = (OrderPaid) event.content();
        return new PaidLine(
                fact.watermark(),
                fact.recordedAt(),
                event.id(),
                event.replaces(),
                event.shop(),
                event.touchpoint(),
                event.product(),
                event.audience(),
                event.occurredAt(),
                paid.order(),
                paid.line(),
                paid.quantity(),
                paid.amount().minor(),
                paid.amount().currency(),
                paid.sample());
    }

    /** The event, of the field that recorded it. */
    public Event event(Field field) {
        return new Event(
                id,
                field,
                touchpoint,
                shop,
                replaces,
                occurredAt,
                product,
                audience,
                new OrderPaid(order, line, quantity, new Money(minor, currency), sample));
    }
}
