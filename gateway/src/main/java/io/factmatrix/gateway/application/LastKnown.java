package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.Question;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldAnswer;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * What the fields last answered to a question. It says what was, never what is: only the ledgers prove that. It may forget, and
 * fails in nothing: when it cannot be asked, nothing is known.
 *
 * @param <A> what a field answers
 */
public interface LastKnown<A extends FieldAnswer<A>> {

    /** The last answers to that question, of the fields that have given one. */
    Mono<Map<Field, A>> of(MerchantId merchant, Question question);

    /** Remembers an answer, unless a later one is known. Completes when that is done or cannot be done. */
    Mono<Void> keep(MerchantId merchant, Question question, A answer);

    /** Remembers nothing. */
    static <A extends FieldAnswer<A>> LastKnown<A> nothing() {
        return new LastKnown<>() {
            @Override
            public Mono<Map<Field, A>> of(MerchantId merchant, Question question) {
                return Mono.just(Map.of());
            }

            @Override
            public Mono<Void> keep(MerchantId merchant, Question question, A answer) {
                return Mono.empty();
            }
        };
    }
}
