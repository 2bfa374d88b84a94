package io.factmatrix.gateway.domain.webhook;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, told to one endpoint.
 *
 * @param position of what happened among all that did
 * @param id its {@code webhook-id}
 * @param attempts so far, since it was last asked for
 * @param responseStatus that the last attempt was answered; null when it was not
 * @param lastError why the last attempt failed; null when it did not
 * @param nextAttemptAt null when it is not tried again, or has to wait for others of its key
 */
public record Delivery(
        long position,
        String id,
        String type,
        String key,
        DeliveryState state,
        int attempts,
        @Nullable Integer responseStatus,
        @Nullable String lastError,
        @Nullable Instant lastAttemptAt,
        @Nullable Instant nextAttemptAt,
        Instant happenedAt) {

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("id", id);
        members.put("type", type);
        members.put("key", key);
        members.put("state", state);
        members.put("attempts", attempts);
        members.put("responseStatus", responseStatus);
        members.put("lastError", lastError);
        members.put("lastAttemptAt", lastAttemptAt);
        members.put("nextAttemptAt", nextAttemptAt);
        members.put("happenedAt", happenedAt);
        return members;
    }
}
