package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.AudienceQuestion;
import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.MerchantAudience;
import io.factmatrix.gateway.domain.Question;
import io.factmatrix.ledger.domain.figures.FieldAudience;
import reactor.core.publisher.Mono;

/** Puts the people of all fields side by side. */
public final class MerchantAudiences {

    private final FieldAnswers<FieldAudience> answers;

    public MerchantAudiences(FieldLedgers ledgers, LastKnown<FieldAudience> lastKnown) {
        this.answers = new FieldAnswers<>(
                ledgers,
                lastKnown,
                (field, caller, question) -> ledgers.audience(field, caller, AudienceQuestion.of(question)));
    }

    public Mono<MerchantAudience> of(Caller caller, Question question) {
        return answers.to(caller, question).map(sections -> new MerchantAudience(caller.merchant(), sections));
    }
}
