package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.FieldService;
import io.factmatrix.gateway.domain.FieldUnavailable;
import io.factmatrix.gateway.domain.LineRouter;
import io.factmatrix.gateway.domain.LineRouter.Share;
import io.factmatrix.kit.lines.Chunk;
import io.factmatrix.kit.lines.IngestAnswer;
import io.factmatrix.kit.problem.ProblemException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Has every line of a body decided by the service of its field. Chunks go one after the other, so that each service gets its
 * lines in their order; within a chunk the services work side by side. Holds the chunk that is being decided and the next.
 */
public final class Ingest {

    private static final Logger log = LoggerFactory.getLogger(Ingest.class);

    private final FieldLedgers ledgers;
    private final LineRouter router = new LineRouter();

    public Ingest(FieldLedgers ledgers) {
        this.ledgers = ledgers;
    }

    /** What became of the lines; {@link BrokenIngest} when the body cannot be read to its end. */
    public Mono<IngestAnswer> decide(Caller caller, Flux<Chunk> chunks) {
        return Mono.defer(() -> {
            var body = new Body(caller);
            return chunks.concatMapDelayError(body::decide, false, 1)
                    .then(Mono.fromSupplier(() -> body.answer))
                    .onErrorMap(ProblemException.class, problem -> new BrokenIngest(problem, body.answer));
        });
    }

    /** The state of one body. */
    private final class Body {

        private final Caller caller;
        /** Those that failed: the rest of the body is not tried on them again. */
        private final Set<FieldService> spared = ConcurrentHashMap.newKeySet();
        /** Written by one chunk, and within it by one service, at a time. */
        private volatile IngestAnswer answer = IngestAnswer.NONE;

        Body(Caller caller) {
            this.caller = caller;
        }

        Mono<Void> decide(Chunk chunk) {
            var divided = router.divide(chunk);
            add(IngestAnswer.rejected(divided.rejected()));
            return Flux.fromIterable(divided.shares())
                    .flatMapDelayError(this::decide, FieldService.values().length, 1)
                    .doOnNext(this::add)
                    .then();
        }

        private void add(IngestAnswer part) {
            answer = answer.plus(part);
        }

        private Mono<IngestAnswer> decide(Share share) {
            int lines = share.lines().size();
            if (spared.contains(share.service())) {
                return Mono.just(IngestAnswer.undecided(lines));
            }
            return ledgers.ingest(share.service(), caller, share.lines())
                    .map(decided -> decided.atLines(share::number))
                    .onErrorResume(FieldUnavailable.class, away -> {
                        log.warn("{} lines of {} undecided: {}", lines, caller, away.reason());
                        return Mono.just(IngestAnswer.undecided(lines));
                    })
                    .doOnNext(decided -> {
                        if (decided.undecided() == lines) {
                            spared.add(share.service());
                        }
                    });
        }
    }
}
