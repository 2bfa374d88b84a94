package io.factmatrix.gateway.domain.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an endpoint does.
 *
 * @param failingSince when the first attempt failed since the last one that did not; null when the last one did not
 * @param lastError of the last attempt that failed; null when none did
 * @param sparedUntil until when it asked to be left alone; null when it did not, or something arrived since
 */
public record Health(
        @Nullable Instant failingSince,
        @Nullable Instant lastFailureAt,
        @Nullable String lastError,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant sparedUntil) {

    /** An endpoint that fails for longer is disabled. */
    private static final Duration PATIENCE = Duration.ofDays(3);

    /** Whether an endpoint that has failed since then is given up. */
    public static boolean isGivenUp(Instant failingSince, Instant now) {
        return !now.isBefore(failingSince.plus(PATIENCE));
    }

    public boolean isFailing() {
        return failingSince != null;
    }

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("failingSince", failingSince);
        members.put("lastFailureAt", lastFailureAt);
        members.put("lastError", lastError);
        members.put("lastSuccessAt", lastSuccessAt);
        members.put("sparedUntil", sparedUntil);
        return members;
    }
}
