package io.factmatrix.gateway.application.webhook;

import io.factmatrix.gateway.domain.webhook.Deliveries;
import io.factmatrix.gateway.domain.webhook.Delivery;
import io.factmatrix.gateway.domain.webhook.DeliveryState;
import io.factmatrix.gateway.domain.webhook.Endpoint;
import io.factmatrix.gateway.domain.webhook.EndpointId;
import io.factmatrix.gateway.domain.webhook.EndpointRounds;
import io.factmatrix.gateway.domain.webhook.EndpointState;
import io.factmatrix.gateway.domain.webhook.Endpoints;
import io.factmatrix.gateway.domain.webhook.Health;
import io.factmatrix.gateway.domain.webhook.Lanes;
import io.factmatrix.gateway.domain.webhook.Subscription;
import io.factmatrix.kit.audit.AuditTrail;
import io.factmatrix.kit.audit.Change;
import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.write.Register;
import io.factmatrix.kit.write.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be done with endpoints of webhooks, each inside one transaction of the merchant. */
public final class EndpointDesk {

    /** Each is told of everything it asks for, whenever it happens. Two who add at once may have one more. */
    private static final int MOST = 20;

    private static final String TEST = "webhook.test";

    private final Endpoints endpoints;
    private final Register<EndpointId, Endpoint> register;
    private final SigningKeys secrets;
    private final EndpointRounds rounds;
    private final Lanes lanes;
    private final Deliveries deliveries;
    private final Watches watches;
    private final AuditTrail trail;
    private final NewIds ids;

    public EndpointDesk(
            Endpoints endpoints,
            SigningKeys secrets,
            EndpointRounds rounds,
            Lanes lanes,
            Deliveries deliveries,
            Watches watches,
            AuditTrail trail,
            NewIds ids) {
        this.endpoints = endpoints;
        this.register = new Register<>(EndpointId.ENDPOINT, endpoints, trail);
        this.secrets = secrets;
        this.rounds = rounds;
        this.lanes = lanes;
        this.deliveries = deliveries;
        this.watches = watches;
        this.trail = trail;
        this.ids = ids;
    }

    /**
     * An endpoint with a new secret.
     *
     * @param sealed for whoever may see it, once
     */
    public record WithSecret(Endpoint endpoint, String sealed) {}

    /** 409 {@code webhook-endpoint.too_many}, 503 {@code webhooks.unavailable}. */
    public WithSecret add(Write write, Subscription subscription) {
        if (endpoints.list(write.merchant(), null, null, MOST).size() == MOST) {
            throw new ProblemException(
                    409,
                    "webhook-endpoint.too_many",
                    "webhook-endpoints: %d already (expected: at most that)".formatted(MOST));
        }
        var endpoint = Endpoint.made(new EndpointId(ids.next(write.at())), subscription, write.at());
        var added = register.add(write, endpoint);
        var sealed = secrets.add(write.merchant(), added.id(), write.at());
        rounds.join(write.merchant(), added.id(), write.at());
        watches.settle(write.merchant());
        return new WithSecret(added, sealed);
    }

    /** What another place failed in does not hold this one up. 404 {@code webhook-endpoint.unknown}, 412 {@code revision.mismatch}. */
    public Endpoint change(Write write, EndpointId id, Subscription subscription) {
        var before = register.find(write.merchant(), id).subscription().url();
        var changed = register.change(write, id, "changed", endpoint -> endpoint.with(subscription, write.at()));
        if (!before.equals(subscription.url())) {
            endpoints.forgive(write.merchant(), id);
            lanes.release(write.merchant(), id, write.at());
            rounds.hasten(write.merchant(), write.at());
        }
        watches.settle(write.merchant());
        return changed;
    }

    /** What waited is sent at once when it is enabled. 404 {@code webhook-endpoint.unknown}, 412 {@code revision.mismatch}, 409 {@code transition.refused}. */
    public Endpoint move(Write write, EndpointId id, EndpointState to) {
        var moved = register.change(write, id, "moved", endpoint -> endpoint.to(to, write.at()));
        if (moved.isEnabled()) {
            endpoints.forgive(write.merchant(), id);
            lanes.release(write.merchant(), id, write.at());
            rounds.join(write.merchant(), id, write.at());
        } else {
            rounds.leave(write.merchant(), id);
        }
        watches.settle(write.merchant());
        return moved;
    }

    /**
     * Makes a new secret. Those that there were sign as well, for so long. 404 {@code webhook-endpoint.unknown}, 412 {@code revision.mismatch}, 409 {@code
     * secret.too_many}, 503 {@code webhooks.unavailable}.
     */
    public WithSecret rotate(Write write, EndpointId id, Duration overlap) {
        var rotated = register.change(write, id, "rotated", endpoint -> endpoint.rotated(write.at()));
        return new WithSecret(rotated, secrets.rotate(write.merchant(), id, write.at(), overlap));
    }

    /** 404 {@code webhook-endpoint.unknown}, 412 {@code revision.mismatch}. */
    public Endpoint remove(Write write, EndpointId id) {
        var removed = register.hold(write, id);
        write.expects(removed.version().revision());
        endpoints.remove(write.merchant(), id);
        watches.settle(write.merchant());
        trail.add(
                write.merchant(),
                write.by(),
                Change.of(EndpointId.ENDPOINT.name(), id.value(), "removed", removed.members(), Map.of()));
        return removed;
    }

    /** Tells it of nothing, to see whether it hears. 404 {@code webhook-endpoint.unknown}, 409 {@code webhook-endpoint.disabled}. */
    public Delivery test(Write write, EndpointId id) {
        register.hold(write, id).requireEnabled();
        var told = deliveries.tell(write.merchant(), id, TEST);
        rounds.hasten(write.merchant(), write.at());
        return told;
    }

    /** Sends it again all that happened from then on: how many. 404 {@code webhook-endpoint.unknown}, 409 {@code webhook-endpoint.disabled}. */
    public int replay(Write write, EndpointId id, Instant from) {
        var endpoint = register.hold(write, id);
        endpoint.requireEnabled();
        int replayed = deliveries.replay(write.merchant(), endpoint, from);
        rounds.hasten(write.merchant(), write.at());
        return replayed;
    }

    /** Sends that delivery again. 404 {@code webhook-endpoint.unknown}, {@code delivery.unknown}, 409 {@code webhook-endpoint.disabled}. */
    public int replay(Write write, EndpointId id, String delivery) {
        register.hold(write, id).requireEnabled();
        int replayed = deliveries.replay(write.merchant(), id, delivery);
        rounds.hasten(write.merchant(), write.at());
        return replayed;
    }

    /** 404 {@code webhook-endpoint.unknown}. */
    public Endpoint find(MerchantId merchant, EndpointId id) {
        return register.find(merchant, id);
    }

    /** 404 {@code webhook-endpoint.unknown}. */
    public Health health(MerchantId merchant, EndpointId id) {
        register.find(merchant, id);
        return endpoints.health(merchant, id);
    }

    /** At most so many, the newest first, made before that one. */
    public List<Endpoint> list(
            MerchantId merchant, @Nullable EndpointState state, @Nullable EndpointId before, int limit) {
        return endpoints.list(merchant, state, before, limit);
    }

    /** At most so many, the newest first, before that position. 404 {@code webhook-endpoint.unknown}. */
    public List<Delivery> deliveries(
            MerchantId merchant, EndpointId id, @Nullable DeliveryState state, @Nullable Long before, int limit) {
        register.find(merchant, id);
        return deliveries.list(merchant, id, state, before, limit);
    }
}
