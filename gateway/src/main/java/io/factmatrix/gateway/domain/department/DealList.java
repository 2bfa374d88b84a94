package io.factmatrix.gateway.domain.department;

import io.factmatrix.gateway.domain.Members;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What there is of a list of deals.
 *
 * @param items as their service tells them, at most so many as are shown; null when it told nothing
 * @param more whether there are others besides, or may be
 * @param reason why not all is told; null when it is
 */
public record DealList(
        @Nullable List<? extends Map<String, ? extends @Nullable Object>> items,
        boolean more,
        @Nullable String reason) {

    /** Nothing, and why. */
    public static DealList missing(String reason) {
        return new DealList(null, false, reason);
    }

    boolean isComplete() {
        return reason == null;
    }

    Map<String, @Nullable Object> body() {
        if (items == null) {
            return new Members().add("status", "missing").add("reason", reason).object();
        }
        var members = new Members().add("status", reason == null ? "fresh" : "partial");
        if (reason != null) {
            members.add("reason", reason);
        }
        return members.add("items", items).add("more", more).object();
    }
}
