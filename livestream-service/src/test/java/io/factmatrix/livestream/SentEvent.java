package io.factmatrix.livestream;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An event as a merchant sends it: members, and no more is known of it. */
record SentEvent(Map<String, Object> members) {

    private static SentEvent of(String id, String type, String shop, Instant occurredAt) {
        return new SentEvent(Map.of())
                .with("id", id)
                .with("type", type)
                .with("field", "livestream")
                .with("shop", shop)
                .with("occurredAt", occurredAt.toString());
    }

    static SentEvent paid(
            String id, String shop, String touchpoint, String order, Instant at, long minor, String currency) {
        return of(id, "order.paid", shop, at)
                .with("touchpoint", touchpoint)
                .with("order", order)
                .with("product", "p-0")
                .with("quantity", 1)
                .with("amount", money(minor, currency));
    }

    static SentEvent refund(String id, String shop, String order, Instant at, long minor, String currency) {
        return of(id, "order.refunded", shop, at).with("order", order).with("amount", money(minor, currency));
    }

    static SentEvent traffic(String id, String shop, String touchpoint, Instant start, Duration time) {
        return of(id, "traffic", shop, start.plus(time))
                .with("touchpoint", touchpoint)
                .with("start", start.toString())
                .with("end", start.plus(time).toString());
    }

    static SentEvent cost(
            String id, String shop, String touchpoint, String category, Instant at, long minor, String currency) {
        return of(id, "cost", shop, at)
                .with("touchpoint", touchpoint)
                .with("category", category)
                .with("amount", money(minor, currency));
    }

    private static Map<String, Object> money(long minor, String currency) {
        int digits = currency.equals("JPY") ? 0 : 2;
        return Map.of("amount", BigDecimal.valueOf(minor, digits).toPlainString(), "currency", currency);
    }

    /** The same with that member; left out when it is null. */
    SentEvent with(String member, @Nullable Object value) {
        var changed = new LinkedHashMap<>(members);
        if (value == null) {
            changed.remove(member);
        } else {
            changed.put(member, value);
        }
        return new SentEvent(Collections.unmodifiableMap(changed));
    }

    String line() {
        return JsonMapper.shared().writeValueAsString(members);
    }

    boolean is(String type) {
        return type.equals(members.get("type"));
    }

    @Nullable String text(String member) {
        var value = members.get(member);
        return value == null ? null : value.toString();
    }

    String required(String member) {
        return Objects.requireNonNull(text(member), member);
    }

    String id() {
        return required("id");
    }

    Instant at() {
        return Instant.parse(required("occurredAt"));
    }

    /** A counter, or null when it is not told. */
    @Nullable Long number(String member) {
        return members.get(member) instanceof Number number ? (Long) number.longValue() : null;
    }

    /** One of the people, or null when it is not told. */
    @Nullable Long people(String member) {
        return members.get("people") instanceof Map<?, ?> people && people.get(member) instanceof Number number
                ? (Long) number.longValue()
                : null;
    }

    String currency() {
        return amount("currency");
    }

    long minor() {
        return new BigDecimal(amount("amount"))
                .movePointRight(currency().equals("JPY") ? 0 : 2)
                .longValueExact();
    }

    private String amount(String member) {
        return ((Map<?, ?>) Objects.requireNonNull(members.get("amount"))).get(member) instanceof String text
                ? text
                : "";
    }
}
