package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.FieldUnavailable;
import io.factmatrix.gateway.domain.OperatingView;
import io.factmatrix.gateway.domain.OperatingView.Scoreboard;
import io.factmatrix.gateway.domain.Question;
import io.factmatrix.gateway.domain.Section;
import io.factmatrix.gateway.domain.Section.Fresh;
import io.factmatrix.gateway.domain.Section.Missing;
import io.factmatrix.ledger.domain.event.Field;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;
import reactor.util.function.Tuples;

/** Asks all ledgers at once and puts their answers, or that there is none, side by side. */
public final class OperatingViews {

    private static final Logger log = LoggerFactory.getLogger(OperatingViews.class);

    private final FieldLedgers ledgers;

    public OperatingViews(FieldLedgers ledgers) {
        this.ledgers = ledgers;
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
        return Flux.fromIterable(OperatingView.FIELDS)
                .flatMap(field -> section(field, caller, question))
                .collectMap(Tuple2::getT1, Tuple2::getT2)
                .map(sections -> new Scoreboard(question, sections));
    }

    private Mono<Tuple2<Field, Section>> section(Field field, Caller caller, Question question) {
        return ledgers.figures(field, caller, question)
                .<Section>map(Fresh::new)
                .onErrorResume(FieldUnavailable.class, away -> {
                    log.warn("The view of {} goes without {}: {}", caller, field, away.reason());
                    return Mono.just(new Missing(away.reason()));
                })
                .map(section -> Tuples.of(field, section));
    }
}
