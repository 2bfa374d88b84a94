package io.factmatrix.gateway.application.webhook;

import io.factmatrix.gateway.application.webhook.Courier.Batch;
import io.factmatrix.gateway.domain.webhook.Backoff;
import io.factmatrix.gateway.domain.webhook.Disabling;
import io.factmatrix.gateway.domain.webhook.Endpoint;
import io.factmatrix.gateway.domain.webhook.EndpointId;
import io.factmatrix.gateway.domain.webhook.EndpointRound;
import io.factmatrix.gateway.domain.webhook.EndpointRounds;
import io.factmatrix.gateway.domain.webhook.Endpoints;
import io.factmatrix.gateway.domain.webhook.Health;
import io.factmatrix.gateway.domain.webhook.Lanes;
import io.factmatrix.gateway.domain.webhook.Letter;
import io.factmatrix.gateway.domain.webhook.Outcome;
import io.factmatrix.kit.audit.AuditTrail;
import io.factmatrix.kit.audit.Change;
import io.factmatrix.kit.merchant.Actor;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.MerchantTransactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a {@link Courier} takes along, and what became of it; each in a transaction of its own. */
public final class Postbag {

    /** A batch is sent within the 15 s of an attempt, and recorded; nobody else takes the endpoint meanwhile. */
    static final Duration LEASE = Duration.ofSeconds(40);

    /** Requests to one endpoint at once, of all replicas together. */
    private static final int AT_ONCE = 8;

    /** One that fails is tried with one thing at a time, until something arrives. */
    private static final int WHILE_FAILING = 1;

    /** An endpoint is looked at now and then without being told, in case whoever should have told was killed. */
    private static final Duration UNTOLD = Duration.ofMinutes(1);

    private static final Actor GATEWAY = new Actor("gateway", List.of());

    private final MerchantTransactions transactions;
    private final EndpointRounds rounds;
    private final Endpoints endpoints;
    private final Lanes lanes;
    private final SigningKeys secrets;
    private final Backoff backoff;
    private final AuditTrail trail;
    private final Watches watches;
    private final InstantSource clock;

    public Postbag(
            MerchantTransactions transactions,
            EndpointRounds rounds,
            Endpoints endpoints,
            Lanes lanes,
            SigningKeys secrets,
            Backoff backoff,
            AuditTrail trail,
            Watches watches,
            InstantSource clock) {
        this.transactions = transactions;
        this.rounds = rounds;
        this.endpoints = endpoints;
        this.lanes = lanes;
        this.secrets = secrets;
        this.backoff = backoff;
        this.trail = trail;
        this.watches = watches;
        this.clock = clock;
    }

    /** The endpoint that has waited longest; empty when none is due. */
    Optional<EndpointRound> take() {
        var now = clock.instant();
        return rounds.take(now, now.plus(LEASE));
    }

    /** What is due; empty when nothing is, its receiver asked to be left alone, or the round is lost. */
    Optional<Batch> fill(EndpointRound round) {
        return transactions.write(round.merchant(), () -> {
            var now = clock.instant();
            return rounds.hold(round)
                    ? endpoints
                            .find(round.merchant(), round.endpoint())
                            .filter(Endpoint::isEnabled)
                            .flatMap(endpoint -> fill(round, endpoint, now))
                    : Optional.empty();
        });
    }

    private Optional<Batch> fill(EndpointRound round, Endpoint endpoint, Instant now) {
        var merchant = round.merchant();
        var health = endpoints.health(merchant, endpoint.id());
        var spared = health.sparedUntil();
        if (spared != null && spared.isAfter(now)) {
            rounds.done(round, spared);
            return Optional.empty();
        }
        var letters = lanes.due(merchant, endpoint.id(), now, health.isFailing() ? WHILE_FAILING : AT_ONCE);
        if (letters.isEmpty()) {
            var untold = now.plus(UNTOLD);
            rounds.done(
                    round,
                    lanes.next(merchant, endpoint.id()).filter(untold::isAfter).orElse(untold));
            return Optional.empty();
        }
        rounds.keep(round, now.plus(LEASE));
        return Optional.of(
                new Batch(endpoint.subscription().url(), secrets.live(merchant, endpoint.id(), now), letters));
    }

    /** Whether it was delivered. The endpoint's row is written first, as whoever adds to its lanes holds it first. */
    boolean record(EndpointRound round, Letter letter, Outcome outcome) {
        var merchant = round.merchant();
        var endpoint = round.endpoint();
        if (outcome.isDelivered()) {
            return transactions.write(merchant, () -> {
                var now = clock.instant();
                endpoints.succeeded(merchant, endpoint, now);
                lanes.delivered(merchant, endpoint, letter, outcome, now);
                return true;
            });
        }
        // In a transaction of its own: the trail is held while it is recorded there.
        transactions
                .write(merchant, () -> failed(merchant, endpoint, letter, outcome))
                .ifPresent(why -> transactions.write(merchant, () -> disabled(merchant, endpoint, why)));
        return false;
    }

    /** Why nothing is to be sent there any more; empty when something is. */
    private Optional<Disabling> failed(MerchantId merchant, EndpointId endpoint, Letter letter, Outcome outcome) {
        var now = clock.instant();
        var asked = outcome.retryAfter();
        var spared = asked == null ? null : now.plus(Backoff.spared(asked));
        var since = endpoints.failed(merchant, endpoint, now, Objects.requireNonNull(outcome.error()), spared);
        backoff.after(letter.failures() + 1)
                .map(now::plus)
                .map(next -> spared != null && spared.isAfter(next) ? spared : next)
                .ifPresentOrElse(
                        next -> lanes.failed(merchant, endpoint, letter, outcome, now, next),
                        () -> lanes.givenUp(merchant, endpoint, letter, outcome, now));
        return outcome.isGone()
                ? Optional.of(Disabling.GONE)
                : since.filter(begun -> Health.isGivenUp(begun, now)).map(begun -> Disabling.FAILING);
    }

    private Optional<Endpoint> disabled(MerchantId merchant, EndpointId id, Disabling why) {
        return endpoints.hold(merchant, id).filter(Endpoint::isEnabled).map(before -> {
            var after = before.disabled(why, clock.instant());
            endpoints.replace(merchant, after);
            rounds.leave(merchant, id);
            watches.settle(merchant);
            trail.add(
                    merchant,
                    GATEWAY,
                    Change.of(EndpointId.ENDPOINT.name(), id.value(), "disabled", before.members(), after.members()));
            return after;
        });
    }
}
