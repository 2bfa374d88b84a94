package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.OperatingView;
import io.factmatrix.gateway.domain.OperatingView.Scoreboard;
import io.factmatrix.gateway.domain.Question;
import io.factmatrix.gateway.domain.Sections;
import io.factmatrix.ledger.domain.figures.FieldFigures;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Mono;

/** Puts the figures of all fields side by side. */
public final class OperatingViews {

    private final FieldAnswers<FieldFigures> answers;

    public OperatingViews(FieldLedgers ledgers, LastKnown<FieldFigures> lastKnown, MeterRegistry meters) {
        this.answers = new FieldAnswers<>(ledgers, lastKnown, ledgers::figures, new SectionMeters(meters)::count);
    }

    public Mono<OperatingView> of(Caller caller, Question question) {
        return alone(caller, answers.to(caller, question));
    }

    /** The same beside the period just before. */
    public Mono<OperatingView> compared(Caller caller, Question question) {
        return beside(caller, answers.to(caller, question), answers.to(caller, question.previous()));
    }

    /** A view, beside the period before or not, of ledgers that were just told to stand there. */
    public Mono<OperatingView> told(Caller caller, Question question, boolean compared, PresentStandings standings) {
        var current = answers.to(caller, question, standings);
        return compared
                ? beside(caller, current, answers.to(caller, question.previous(), standings))
                : alone(caller, current);
    }

    /** The same view once more: of ledgers that have not moved since, what it shows is taken. */
    public Mono<OperatingView> toldAgain(Caller caller, OperatingView shown, PresentStandings standings) {
        var current = answers.again(caller, shown.current().sections(), standings);
        var previous = shown.previous();
        return previous == null
                ? alone(caller, current)
                : beside(caller, current, answers.again(caller, previous.sections(), standings));
    }

    private static Mono<OperatingView> alone(Caller caller, Mono<Sections<FieldFigures>> current) {
        return current.map(now -> new OperatingView(caller.merchant(), new Scoreboard(now), null));
    }

    private static Mono<OperatingView> beside(
            Caller caller, Mono<Sections<FieldFigures>> current, Mono<Sections<FieldFigures>> previous) {
        return Mono.zip(current, previous)
                .map(both -> new OperatingView(
                        caller.merchant(), new Scoreboard(both.getT1()), new Scoreboard(both.getT2())));
    }
}
