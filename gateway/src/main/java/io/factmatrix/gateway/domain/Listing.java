package io.factmatrix.gateway.domain;

import io.factmatrix.ledger.domain.event.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of all fields, field by field.
 *
 * @param missing the fields that were asked and did not answer, each with the reason; they stay unread
 */
public record Listing(
        List<? extends Map<String, ? extends @Nullable Object>> items, Map<Field, String> missing, Unread unread) {

    /** Nothing yet. */
    public static Listing from(Unread unread) {
        return new Listing(List.of(), Map.of(), unread);
    }

    /** With what that field answered. */
    public Listing with(FieldPage answer) {
        var all = new ArrayList<Map<String, ? extends @Nullable Object>>(items);
        all.addAll(answer.items());
        return new Listing(all, missing, unread.after(answer.field(), answer.nextCursor()));
    }

    /** With these items of no field's own, and without these fields. */
    public Listing with(List<? extends Map<String, ? extends @Nullable Object>> more, Map<Field, String> away) {
        var all = new ArrayList<Map<String, ? extends @Nullable Object>>(items);
        all.addAll(more);
        var none = new LinkedHashMap<>(away);
        none.putAll(missing);
        return new Listing(all, none, unread);
    }

    /** Without that field, and why. */
    public Listing without(Field field, String reason) {
        var all = new LinkedHashMap<>(missing);
        all.put(field, reason);
        return new Listing(items, all, unread);
    }

    /**
     * The page as it is answered.
     *
     * @param nextCursor null when all is read
     */
    public Map<String, @Nullable Object> body(@Nullable String nextCursor) {
        return members(nextCursor).object();
    }

    /** The same, with the moment up to which it is told. */
    public Map<String, @Nullable Object> body(@Nullable String nextCursor, Instant until) {
        return members(nextCursor).add("until", until.toString()).object();
    }

    private Members members(@Nullable String nextCursor) {
        return new Members()
                .add("items", items)
                .add("nextCursor", nextCursor)
                .add("complete", missing.isEmpty())
                .add(
                        "missing",
                        missing.entrySet().stream().map(Listing::missing).toList());
    }

    private static Map<String, @Nullable Object> missing(Map.Entry<Field, String> field) {
        return new Members()
                .add("field", field.getKey().word())
                .add("reason", field.getValue())
                .object();
    }
}
