package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.FieldService;
import io.factmatrix.gateway.domain.FieldUnavailable;
import io.factmatrix.gateway.domain.LineRouter;
import io.factmatrix.gateway.domain.LineRouter.Share;
import io.factmatrix.gateway.limit.Turns;
import io.factmatrix.kit.lines.Chunk;
import io.factmatrix.kit.lines.IngestAnswer;
import io.factmatrix.kit.lines.LineMeters;
import io.factmatrix.kit.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Has every line of a body decided by the service of its field. Each service gets its lines in their order, one part after the
 * other, and none waits for another one; so much is read ahead that the slowest one holds a few parts and no more.
 */
public final class Ingest {

    private static final Logger log = LoggerFactory.getLogger(Ingest.class);

    /** Parts of a body that may wait for their services; a part is a service's lines of one chunk. */
    private static final int AHEAD = 8;

    private final FieldLedgers ledgers;
    private final Turns turns;
    private final LineMeters meters;
    private final LineRouter router = new LineRouter();

    public Ingest(FieldLedgers ledgers, Turns turns, MeterRegistry meters) {
        this.meters = new LineMeters(meters, "fact.ingest.lines");
        this.ledgers = ledgers;
        this.turns = turns;
    }

    /**
     * What became of the lines; {@link BrokenIngest} when the body cannot be read to its end, or a service refuses the
     * caller.
     */
    public Mono<IngestAnswer> decide(Caller caller, Flux<Chunk> chunks) {
        return Mono.defer(() -> new Body(caller).decide(chunks));
    }

    /** Not called off when the client goes: nobody has to guess whether it was decided. */
    private static <T> Mono<T> toTheEnd(Mono<T> work) {
        return Mono.deferContextual(
                context -> Mono.fromFuture(() -> work.contextWrite(context).toFuture(), true));
    }

    private static boolean isForLater(Throwable failure) {
        return failure instanceof FieldUnavailable || failure instanceof RejectedExecutionException;
    }

    /** The state of one body. */
    private final class Body {

        private final Caller caller;
        /** Those that failed: the rest of the body is not tried on them again. */
        private final Set<FieldService> spared = ConcurrentHashMap.newKeySet();

        private volatile IngestAnswer answer = IngestAnswer.NONE;
        /** Why it was not read to its end. */
        private volatile @Nullable ProblemException broken;

        Body(Caller caller) {
            this.caller = caller;
        }

        Mono<IngestAnswer> decide(Flux<Chunk> chunks) {
            return chunks.takeWhile(chunk -> broken == null)
                    .concatMapIterable(this::divide, 1)
                    .onErrorResume(ProblemException.class, this::breakOff)
                    .groupBy(Share::service, AHEAD)
                    .flatMap(shares -> shares.concatMap(this::decide, 1), FieldService.values().length, 1)
                    .doOnNext(this::add)
                    .then(Mono.defer(this::outcome));
        }

        private List<Share> divide(Chunk chunk) {
            var divided = router.divide(chunk);
            meters.rejected(divided.rejected());
            add(IngestAnswer.rejected(divided.rejected()));
            return divided.shares();
        }

        private Mono<IngestAnswer> decide(Share share) {
            int lines = share.lines().size();
            if (spared.contains(share.service())) {
                return Mono.just(IngestAnswer.undecided(lines));
            }
            return toTheEnd(turns.inTurn(
                            caller.merchant(), turn -> ledgers.ingest(share.service(), caller, share.lines())))
                    .map(decided -> decided.atLines(share::number))
                    .onErrorResume(Ingest::isForLater, away -> {
                        log.warn("{} lines of {} undecided: {}", lines, caller, away.getMessage());
                        return Mono.just(IngestAnswer.undecided(lines));
                    })
                    .onErrorResume(ProblemException.class, this::breakOff)
                    .doOnNext(decided -> {
                        if (decided.undecided() == lines) {
                            spared.add(share.service());
                        }
                    });
        }

        /** What was sent is still decided. */
        private <T> Mono<T> breakOff(ProblemException problem) {
            broken = problem;
            return Mono.empty();
        }

        private synchronized void add(IngestAnswer part) {
            answer = answer.plus(part);
        }

        private Mono<IngestAnswer> outcome() {
            var problem = broken;
            meters.decided(answer);
            return problem == null ? Mono.just(answer) : Mono.error(new BrokenIngest(problem, answer));
        }
    }
}
