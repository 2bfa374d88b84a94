package io.factmatrix.plan.domain;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules, as far as they are known.
 *
 * @param status {@code fresh}; {@code stale}, as they were last seen; {@code missing}: never seen, so the defaults hold
 * @param asOf when they were seen; null of those never seen
 */
public record KnownRules(
        Rulebook book, String status, @Nullable Instant asOf) {

    boolean isFresh() {
        return status.equals("fresh");
    }

    /** By the names of the API. */
    Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("status", status);
        members.put("asOf", asOf);
        return members;
    }
}
