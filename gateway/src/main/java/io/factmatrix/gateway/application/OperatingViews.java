package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.OperatingView;
import io.factmatrix.gateway.domain.OperatingView.Scoreboard;
import io.factmatrix.gateway.domain.Question;
import io.factmatrix.ledger.domain.figures.FieldFigures;
import reactor.core.publisher.Mono;

/** Puts the figures of all fields side by side. */
public final class OperatingViews {

    private final FieldAnswers<FieldFigures> answers;

    public OperatingViews(FieldLedgers ledgers, LastKnown<FieldFigures> lastKnown) {
        this.answers = new FieldAnswers<>(ledgers, lastKnown, ledgers::figures);
    }

    public Mono<OperatingView> of(Caller caller, Question question) {
        return scoreboard(caller, question).map(current -> new OperatingView(caller.merchant(), current, null));
    }

    /** The same beside the period just before. */
    public Mono<OperatingView> compared(Caller caller, Question question) {
        return Mono.zip(scoreboard(caller, question), scoreboard(caller, question.previous()))
                .map(both -> new OperatingView(caller.merchant(), both.getT1(), both.getT2()));
    }

    private Mono<Scoreboard> scoreboard(Caller caller, Question question) {
        return answers.to(caller, question).map(Scoreboard::new);
    }
}
