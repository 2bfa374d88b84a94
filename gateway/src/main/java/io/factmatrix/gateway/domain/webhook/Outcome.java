package io.factmatrix.gateway.domain.webhook;

import org.jspecify.annotations.Nullable;

/**
 * What became of an attempt.
 *
 * @param status that was answered; null when nothing was
 * @param error why it is not delivered; null when it is
 */
public record Outcome(@Nullable Integer status, @Nullable String error) {

    private static final int GONE = 410;

    /** What an answer of that status says. Redirects are never followed: they would lead to where nobody has looked. */
    public static Outcome answered(int status) {
        if (status >= 200 && status < 300) {
            return new Outcome(status, null);
        }
        return new Outcome(
                status,
                "status: %d (expected: 2xx%s)"
                        .formatted(status, status >= 300 && status < 400 ? "; redirects are not followed" : ""));
    }

    public static Outcome failed(String error) {
        return new Outcome(null, error);
    }

    public boolean isDelivered() {
        return error == null;
    }

    /** Whether the endpoint wants nothing any more. */
    public boolean isGone() {
        return status != null && status == GONE;
    }
}
