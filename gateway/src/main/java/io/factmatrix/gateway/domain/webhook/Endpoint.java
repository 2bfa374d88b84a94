package io.factmatrix.gateway.domain.webhook;

import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.revision.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a merchant wants to be told of what happens.
 *
 * @param disabling why nothing is sent to it; null while it is enabled
 * @param secretSince when its newest secret was made
 */
public record Endpoint(
        EndpointId id,
        Subscription subscription,
        EndpointState state,
        @Nullable Disabling disabling,
        Instant secretSince,
        Version version)
        implements Resource<EndpointId> {

    /** A new one, enabled. */
    public static Endpoint made(EndpointId id, Subscription subscription, Instant now) {
        return new Endpoint(id, subscription, EndpointState.ENABLED, null, now, Version.first(now));
    }

    /** With that subscription; the same endpoint when it had it already. */
    public Endpoint with(Subscription other, Instant now) {
        return other.equals(subscription)
                ? this
                : new Endpoint(id, other, state, disabling, secretSince, version.next(now));
    }

    /** In that state, if it may go there. */
    public Endpoint to(EndpointState target, Instant now) {
        EndpointState.TRANSITIONS.check(state, target);
        var why = target == EndpointState.DISABLED ? Disabling.ASKED : null;
        return new Endpoint(id, subscription, target, why, secretSince, version.next(now));
    }

    /** Disabled for that reason; the same endpoint when it was disabled already. */
    public Endpoint disabled(Disabling why, Instant now) {
        return isEnabled()
                ? new Endpoint(id, subscription, EndpointState.DISABLED, why, secretSince, version.next(now))
                : this;
    }

    /** With a secret that was made now. */
    public Endpoint rotated(Instant now) {
        return new Endpoint(id, subscription, state, disabling, now, version.next(now));
    }

    public boolean isEnabled() {
        return state == EndpointState.ENABLED;
    }

    /** 409 {@code webhook-endpoint.disabled} when nothing is sent to it. */
    public void requireEnabled() {
        if (!isEnabled()) {
            throw new ProblemException(
                    409,
                    "webhook-endpoint.disabled",
                    "webhook-endpoint: %s is disabled (expected: an enabled one)".formatted(id));
        }
    }

    @Override
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("url", subscription.url().toString());
        members.put("types", subscription.types());
        members.put("state", state);
        members.put("disabledBecause", disabling);
        members.put("secretSince", secretSince);
        return members;
    }
}
