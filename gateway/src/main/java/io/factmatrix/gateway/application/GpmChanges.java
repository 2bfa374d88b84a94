package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.MerchantGpmChange;
import io.factmatrix.gateway.domain.Question;
import io.factmatrix.ledger.domain.figures.FieldKinds;
import reactor.core.publisher.Mono;

/**
 * Puts the kinds of touchpoints of all fields beside those of the period before. Nothing of it is remembered: what a touchpoint is can change while no ledger
 * moves.
 */
public final class GpmChanges {

    private final FieldAnswers<FieldKinds> answers;

    public GpmChanges(FieldLedgers ledgers) {
        this.answers = new FieldAnswers<>(ledgers, LastKnown.nothing(), ledgers::kinds);
    }

    public Mono<MerchantGpmChange> of(Caller caller, Question question) {
        return Mono.zip(answers.to(caller, question.previous()), answers.to(caller, question))
                .map(both -> new MerchantGpmChange(caller.merchant(), both.getT1(), both.getT2()));
    }
}
