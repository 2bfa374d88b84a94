package io.factmatrix.deploy.acceptance;

import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One event as it is sent: JSON members in the order of writing, with the defaults of the API applied on reading. */
public record Event(Map<String, Object> members) {

    /** The five sections of a view, in its order. */
    public static final List<String> FIELDS = List.of("livestream", "creator", "campaign", "kol", "unattributed");

    /** The fields by the strength of their claims, the weakest first. */
    static final List<String> BY_STRENGTH = List.of("unattributed", "livestream", "campaign", "creator", "kol");

    private static final JsonMapper JSON = JsonMapper.shared();

    public Event {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** An event is identified by its field and id. */
    public record Key(String field, String id) {}

    /** What a refund refers to. */
    public record LineKey(String field, String shop, String order, String line) {
        /** The same line, whichever field claims it. */
        LineKey ofAnyField() {
            return of("");
        }

        /** The same line in that field. */
        LineKey of(String otherField) {
            return new LineKey(otherField, shop, order, line);
        }
    }

    public Key key() {
        return new Key(field(), id());
    }

    public LineKey lineKey() {
        return new LineKey(field(), shop(), text("order"), textOr("line", "1"));
    }

    public String id() {
        return text("id");
    }

    public String type() {
        return text("type");
    }

    public String field() {
        return text("field");
    }

    public String shop() {
        return textOr("shop", "main");
    }

    /** Empty when it has none: no touchpoint is empty. */
    public String touchpoint() {
        return textOr("touchpoint", "");
    }

    /** Empty when it has none: no product is empty. */
    public String product() {
        return textOr("product", "");
    }

    public Instant occurredAt() {
        return instant("occurredAt");
    }

    public Instant instant(String member) {
        return OffsetDateTime.parse(text(member)).toInstant();
    }

    public boolean sample() {
        return Boolean.TRUE.equals(members.get("sample"));
    }

    public Money amount() {
        if (!(members.get("amount") instanceof Map<?, ?> amount)) {
            throw new IllegalStateException("no amount: " + this);
        }
        return Money.of(String.valueOf(amount.get("amount")), String.valueOf(amount.get("currency")));
    }

    public boolean has(String member) {
        return members.containsKey(member);
    }

    public BigInteger count(String member) {
        return new BigInteger(text(member));
    }

    public String text(String member) {
        var value = members.get(member);
        if (value == null) {
            throw new IllegalStateException("no " + member + ": " + this);
        }
        return value.toString();
    }

    public @Nullable String optional(String member) {
        var value = members.get(member);
        return value == null ? null : value.toString();
    }

    private String textOr(String member, String absent) {
        var value = members.get(member);
        return value == null ? absent : value.toString();
    }

    /** The same event with one member set, or left out when the value is null. */
    public Event with(String member, @Nullable Object value) {
        var changed = new LinkedHashMap<>(members);
        if (value == null) {
            changed.remove(member);
        } else {
            changed.put(member, value);
        }
        return new Event(changed);
    }

    /** One NDJSON line, without its newline. */
    public String json() {
        return JSON.writeValueAsString(members);
    }

    /** Reads one NDJSON line. */
    public static Event parse(String line) {
        return new Event(JSON.readValue(line, new TypeReference<LinkedHashMap<String, Object>>() {}));
    }
}
