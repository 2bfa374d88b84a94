package io.factmatrix.deploy.acceptance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Events as short as a test can say them; a test changes what it is about by {@link Event#with}. */
final class Events {

    static final String NOON = "2025-06-10T12:00:00Z";

    private Events() {}

    static Event paid(String id, String order, String amount) {
        return event("order.paid", id)
                .with("order", order)
                .with("product", "p-1")
                .with("quantity", 1)
                .with("amount", money(amount, "CNY"));
    }

    /** One payment of each of these people, in that field. */
    static List<Event> buyers(String field, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(person -> paid("e-" + person, "o-" + field + "-" + person, "1.00")
                        .with("field", field)
                        .with("audience", "u-" + person))
                .toList();
    }

    static Event refunded(String id, String order, String amount) {
        return event("order.refunded", id).with("order", order).with("amount", money(amount, "CNY"));
    }

    static Event cost(String id, String category, String amount) {
        return event("cost", id).with("category", category).with("amount", money(amount, "CNY"));
    }

    static Event traffic(String id, String start, String end) {
        return event("traffic", id).with("start", start).with("end", end).with("occurredAt", end);
    }

    static Event service(String id, String kind) {
        return event("service", id).with("kind", kind);
    }

    static Event audience(String id, String who, String stage) {
        return event("audience", id).with("audience", who).with("stage", stage);
    }

    static Map<String, Object> money(String amount, String currency) {
        var money = new LinkedHashMap<String, Object>();
        money.put("amount", amount);
        money.put("currency", currency);
        return money;
    }

    private static Event event(String type, String id) {
        var members = new LinkedHashMap<String, Object>();
        members.put("id", id);
        members.put("type", type);
        members.put("field", "livestream");
        members.put("touchpoint", "t-1");
        members.put("occurredAt", NOON);
        return new Event(members);
    }
}
