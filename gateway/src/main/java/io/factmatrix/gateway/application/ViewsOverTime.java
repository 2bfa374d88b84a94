package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.MerchantSeries;
import io.factmatrix.gateway.domain.SeriesQuestion;
import io.factmatrix.ledger.domain.figures.FieldSeries;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts the figures of all fields over time side by side, part by part, as the reader takes them. */
public final class ViewsOverTime {

    private final FieldLedgers ledgers;

    public ViewsOverTime(FieldLedgers ledgers) {
        this.ledgers = ledgers;
    }

    public Flux<MerchantSeries> of(Caller caller, SeriesQuestion asked) {
        return Flux.fromIterable(asked.parts()).concatMap(part -> part(caller, part), 0);
    }

    private Mono<MerchantSeries> part(Caller caller, SeriesQuestion part) {
        var answers = new FieldAnswers<FieldSeries>(
                ledgers, LastKnown.nothing(), (field, by, question) -> ledgers.series(field, by, part));
        return answers.to(caller, part.question()).map(sections -> new MerchantSeries(part, sections));
    }
}
