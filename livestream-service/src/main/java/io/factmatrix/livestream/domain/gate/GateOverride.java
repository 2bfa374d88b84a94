package io.factmatrix.livestream.domain.gate;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's word that a session may go live in spite of a failure.
 *
 * @param failure {@link Failure#id}
 * @param by the subject of whose token it was; null when it named nobody
 */
public record GateOverride(
        String failure, String reason, @Nullable String by, Instant at) {

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("failure", failure);
        members.put("reason", reason);
        members.put("by", by);
        members.put("at", at);
        return members;
    }
}
