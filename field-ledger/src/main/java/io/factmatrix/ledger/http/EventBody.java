package io.factmatrix.ledger.http;

import io.factmatrix.ledger.domain.Facts;
import io.factmatrix.ledger.domain.event.Content;
import io.factmatrix.ledger.domain.event.Content.Cost;
import io.factmatrix.ledger.domain.event.Content.OrderPaid;
import io.factmatrix.ledger.domain.event.Content.OrderRefunded;
import io.factmatrix.ledger.domain.event.Content.Seen;
import io.factmatrix.ledger.domain.event.Content.Service;
import io.factmatrix.ledger.domain.event.Content.Traffic;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Money;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stored event as it is answered: the members it was sent with, defaults filled in, and what the ledger says of it. */
final class EventBody {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneOffset.UTC);

    private EventBody() {}

    static Map<String, Object> of(Facts.Stated stated) {
        var event = stated.fact().event();
        var body = new LinkedHashMap<String, Object>();
        body.put("id", event.id());
        body.put("type", event.type().word());
        body.put("field", event.field().word());
        put(body, "touchpoint", event.touchpoint());
        body.put("shop", event.shop());
        put(body, "replaces", event.replaces());
        body.put("occurredAt", time(event.occurredAt()));
        put(body, "product", event.product());
        put(body, "audience", event.audience());
        putContent(body, event, event.content());
        body.put("recordedAt", time(stated.fact().recordedAt()));
        body.put("watermark", Long.toString(stated.fact().watermark()));
        body.put("state", stated.state().word());
        return body;
    }

    private static void putContent(Map<String, Object> body, Event event, Content content) {
        if (content instanceof OrderPaid paid) {
            body.put("order", paid.order());
            body.put("line", paid.line());
            body.put("quantity", paid.quantity());
            body.put("amount", money(paid.amount()));
            body.put("sample", paid.sample());
        } else if (content instanceof OrderRefunded refund) {
            body.put("order", refund.order());
            body.put("line", refund.line());
            put(body, "quantity", refund.quantity());
            body.put("amount", money(refund.amount()));
            put(body, "reason", refund.reason());
        } else if (content instanceof Traffic traffic) {
            body.put("start", time(traffic.start()));
            body.put("end", time(event.occurredAt()));
            traffic.counters().forEach((counter, value) -> body.put(counter.member(), value));
            if (!traffic.people().isEmpty()) {
                var people = new LinkedHashMap<String, Object>();
                traffic.people().forEach((step, value) -> people.put(step.member(), value));
                body.put("people", people);
            }
        } else if (content instanceof Cost cost) {
            body.put("category", cost.category());
            body.put("amount", money(cost.amount()));
            body.put("status", cost.estimated() ? "estimated" : "settled");
            put(body, "settles", cost.settles());
        } else if (content instanceof Service service) {
            body.put("kind", service.kind());
            put(body, "order", service.order());
        } else if (content instanceof Seen seen) {
            body.put("stage", seen.stage());
        }
    }

    private static void put(Map<String, Object> body, String member, @Nullable Object value) {
        if (value != null) {
            body.put(member, value);
        }
    }

    static Map<String, String> money(Money money) {
        var body = new LinkedHashMap<String, String>();
        body.put("amount", money.decimal());
        body.put("currency", money.currency());
        return body;
    }

    static String time(Instant moment) {
        return TIME.format(moment);
    }
}
