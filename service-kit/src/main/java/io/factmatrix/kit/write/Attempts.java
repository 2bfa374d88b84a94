package io.factmatrix.kit.write;

import io.factmatrix.kit.idempotency.Answer;
import io.factmatrix.kit.problem.ProblemException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The attempts of one write: usually one; after each {@link Consultation} another, with the consent that was asked for.
 *
 * @param attempt the write in a transaction of its own, with that consent
 * @param kept what was answered meanwhile to the same request under its key; empty when nothing was
 */
record Attempts(Function<@Nullable Consent, Mono<Answer>> attempt, Mono<Answer> kept) {

    /** What is asked for can be another thing by the time the answer is there; who changes it for the third time comes again. */
    private static final int CONSULTATIONS = 3;

    Mono<Answer> answer() {
        return attempt.apply(null)
                .onErrorResume(Consultation.class, asked -> toItsEnd(consulted(asked, CONSULTATIONS)));
    }

    private Mono<Answer> consulted(Consultation asked, int left) {
        if (left == 0) {
            return Mono.error(() -> new ProblemException(
                    503, "write.contended", "What is written changes all the time; sending again is safe."));
        }
        return Mono.usingWhen(asked.consent().onErrorResume(this::answeredMeanwhile), attempt, Consent::end)
                .onErrorResume(Consultation.class, again -> consulted(again, left - 1))
                .onErrorResume(Kept.class, known -> Mono.just(known.answer));
    }

    private Mono<Consent> answeredMeanwhile(Throwable refused) {
        return kept.<Consent>flatMap(answer -> Mono.error(() -> new Kept(answer)))
                .switchIfEmpty(Mono.error(refused));
    }

    /** Also when the client goes away: what others were told must come to an end. */
    private static <T> Mono<T> toItsEnd(Mono<T> work) {
        return Mono.deferContextual(
                context -> Mono.fromFuture(work.contextWrite(context).toFuture(), true));
    }

    /** The first request under the key was answered while this one was refused beside it. */
    private static final class Kept extends RuntimeException {

        private final transient Answer answer;

        Kept(Answer answer) {
            super(null, null, false, false);
            this.answer = answer;
        }
    }
}
