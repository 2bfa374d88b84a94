package io.factmatrix.gateway.domain.webhook;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of an attempt.
 *
 * @param status that was answered; null when nothing was
 * @param error why it is not delivered; null when it is
 * @param retryAfter for how long the receiver asked to be left alone; null when it did not
 */
public record Outcome(
        @Nullable Integer status,
        @Nullable String error,
        @Nullable Duration retryAfter) {

    private static final int GONE = 410;

    /** With what a receiver may ask to be left alone: too many requests, and unavailable. */
    private static final Set<Integer> NOT_NOW = Set.of(429, 503);

    /** What an answer of that status says. */
    public static Outcome answered(int status) {
        return answered(status, null);
    }

    /**
     * The same, when it said how long to wait, too: that counts where it could be meant. Redirects are never followed: they would lead to where nobody has looked.
     */
    public static Outcome answered(int status, @Nullable Duration retryAfter) {
        if (status >= 200 && status < 300) {
            return new Outcome(status, null, null);
        }
        return new Outcome(
                status,
                "status: %d (expected: 2xx%s)"
                        .formatted(status, status >= 300 && status < 400 ? "; redirects are not followed" : ""),
                NOT_NOW.contains(status) ? retryAfter : null);
    }

    public static Outcome failed(String error) {
        return new Outcome(null, error, null);
    }

    public boolean isDelivered() {
        return error == null;
    }

    /** Whether the endpoint wants nothing any more. */
    public boolean isGone() {
        return status != null && status == GONE;
    }
}
