package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.engagement.Breakout;
import io.factmatrix.gateway.domain.engagement.BreakoutQuestion;
import io.factmatrix.ledger.domain.figures.FieldAudience;
import reactor.core.publisher.Mono;

/** Tells how far engagements broke out of the circle. */
public final class Breakouts {

    private final Engagements engagements;
    private final FieldLedgers ledgers;

    public Breakouts(Engagements engagements, FieldLedgers ledgers) {
        this.engagements = engagements;
        this.ledgers = ledgers;
    }

    /** 404 {@code engagement.unknown}. */
    public Mono<Breakout> of(Caller caller, String id) {
        return engagements
                .find(caller, id)
                .map(BreakoutQuestion::new)
                .flatMap(question -> answers(question)
                        .to(caller, question.question())
                        .map(sections -> new Breakout(question, sections)));
    }

    private FieldAnswers<FieldAudience> answers(BreakoutQuestion question) {
        return new FieldAnswers<FieldAudience>(
                ledgers,
                LastKnown.<FieldAudience>nothing(),
                (field, by, asked) -> ledgers.audience(field, by, question.of(field)));
    }
}
