package io.factmatrix.plan.application;

import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.write.Consent;
import io.factmatrix.plan.domain.Announcement;
import io.factmatrix.plan.domain.Look;
import io.factmatrix.plan.domain.Promise;
import io.factmatrix.plan.domain.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Finds out whether something may be promised beside what is promised in every field, and keeps it so until it is written.
 *
 * <p>First it is announced, then all fields are looked at. Whoever promises does both in this order, so of two who are in each other's way at least one sees the other. Who
 * meets a promise is refused. Who meets an announcement waits until that is kept or withdrawn: with its own still there when its own has the smaller id, without it when it has not, so
 * that nobody waits for who waits for him.
 */
public final class Clearing {

    /** Until what is announced by others is decided: some times as long as they need. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(40);

    private final OwnField own;
    private final Looking looking;
    private final NewIds ids;
    private final InstantSource clock;
    private final MeterRegistry meters;

    public Clearing(OwnField own, Looking looking, NewIds ids, InstantSource clock, MeterRegistry meters) {
        this.meters = meters;
        this.own = own;
        this.looking = looking;
        this.ids = ids;
        this.clock = clock;
        List.of(
                        "consented",
                        "consented.unchecked",
                        "promise.conflict",
                        "promise.unchecked",
                        "promise.contended",
                        "failed")
                .forEach(this::count);
    }

    /** Checks by what came of them; a refused one by its code. */
    private Counter count(String outcome) {
        return meters.counter("fact.guard.checks", "outcome", outcome);
    }

    private static String outcome(Consent consent) {
        return consent instanceof Clearance clearance
                        && !clearance.verdict().unchecked().isEmpty()
                ? "consented.unchecked"
                : "consented";
    }

    private static String outcome(Throwable failure) {
        return failure instanceof ProblemException problem ? problem.code() : "failed";
    }

    private record Candidate(MerchantId merchant, Announcement announcement, Instant until) {}

    /** Leaves the announcement behind when it consents; 409 {@code promise.conflict}, 503 {@code promise.unchecked}, {@code promise.contended}. */
    Mono<Consent> clear(MerchantId merchant, List<Promise> promises) {
        return Mono.defer(() -> {
            var now = clock.instant();
            var candidate = new Candidate(merchant, new Announcement(ids.next(now), promises), now.plus(PATIENCE));
            return announce(candidate)
                    .onErrorResume(failed -> withdraw(candidate).then(Mono.error(failed)))
                    .doOnNext(consent -> count(outcome(consent)).increment())
                    .doOnError(failed -> count(outcome(failed)).increment());
        });
    }

    private Mono<Consent> announce(Candidate candidate) {
        return own.announce(candidate.merchant(), candidate.announcement())
                .then(Mono.defer(() -> look(candidate, true)));
    }

    private Mono<Consent> look(Candidate candidate, boolean announced) {
        return looking.around(
                        candidate.merchant(),
                        Look.around(candidate.announcement().promises()))
                .map(surroundings -> Verdict.of(candidate.announcement(), surroundings))
                .flatMap(verdict -> decide(candidate, verdict, announced));
    }

    private Mono<Consent> decide(Candidate candidate, Verdict verdict, boolean announced) {
        var refusal = verdict.refusal();
        if (refusal != null) {
            return Mono.error(refusal);
        }
        if (!verdict.isFirst(candidate.announcement())) {
            return (announced ? withdraw(candidate) : Mono.<Boolean>empty()).then(later(candidate, false));
        }
        if (!announced) {
            return announce(candidate);
        }
        return verdict.contenders().isEmpty()
                ? Mono.just(new Clearance(own, candidate.merchant(), candidate.announcement(), verdict))
                : later(candidate, true);
    }

    private Mono<Consent> later(Candidate candidate, boolean announced) {
        return Mono.defer(() -> clock.instant().isAfter(candidate.until())
                ? Mono.error(new ProblemException(
                        503,
                        "promise.contended",
                        "Others are about to promise what would contradict it; sending again is safe."))
                : Mono.delay(BETWEEN_LOOKS).then(look(candidate, announced)));
    }

    private Mono<Boolean> withdraw(Candidate candidate) {
        return own.withdraw(candidate.merchant(), candidate.announcement().id());
    }
}
