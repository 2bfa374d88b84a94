package io.factmatrix.kol.domain.engagement;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be done by a moment.
 *
 * @param doneAt null as long as it is not
 */
public record Milestone(String name, Instant due, @Nullable Instant doneAt) {

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("name", name);
        members.put("due", due.toString());
        members.put("doneAt", doneAt == null ? null : doneAt.toString());
        return members;
    }
}
