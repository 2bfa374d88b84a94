package io.factmatrix.plan.domain.calendar;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happens, and when.
 *
 * @param id of what it is about; with the kind and the title's place it is the same whenever it is asked for
 * @param part which part of that, where it has several; empty where it has one
 * @param end excluded; null: it is due at its start
 * @param state of what it is about
 * @param isTentative whether it is only thought of
 */
public record CalendarEntry(
        EntryKind kind,
        String id,
        String part,
        String title,
        Instant start,
        @Nullable Instant end,
        String state,
        boolean isTentative) {

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("kind", kind);
        members.put("id", id);
        members.put("part", part);
        members.put("title", title);
        members.put("start", start);
        members.put("end", end);
        members.put("state", state);
        members.put("tentative", isTentative);
        return members;
    }
}
