package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.FieldService;
import io.factmatrix.gateway.domain.FieldUnavailable;
import io.factmatrix.gateway.domain.OperatingView;
import io.factmatrix.gateway.domain.OperatingView.Scoreboard;
import io.factmatrix.gateway.domain.Question;
import io.factmatrix.gateway.domain.Section;
import io.factmatrix.gateway.domain.Section.Fresh;
import io.factmatrix.gateway.domain.Section.Missing;
import io.factmatrix.gateway.domain.Section.Stale;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldFigures;
import io.factmatrix.ledger.domain.settlement.Standing;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;
import reactor.util.function.Tuples;

/**
 * Puts what is known of all fields side by side. Every ledger is asked how far it has come, and only one that has come further
 * than its last answer is asked for its figures; of one that does not answer, the last known figures are shown, or that there
 * are none.
 */
public final class OperatingViews {

    private static final Logger log = LoggerFactory.getLogger(OperatingViews.class);

    private final FieldLedgers ledgers;
    private final LastKnown lastKnown;
    private final InstantSource clock;

    public OperatingViews(FieldLedgers ledgers, LastKnown lastKnown, InstantSource clock) {
        this.ledgers = ledgers;
        this.lastKnown = lastKnown;
        this.clock = clock;
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
        return lastKnown
                .of(caller.merchant(), question)
                .flatMapMany(known -> Flux.fromArray(FieldService.values())
                        .flatMap(service -> new Asking(caller, question, known).sections(service)))
                .collectMap(Tuple2::getT1, Tuple2::getT2)
                .map(sections -> new Scoreboard(question, sections, clock.instant()));
    }

    /** One question, and what was answered to it before. */
    private final class Asking {

        private final Caller caller;
        private final Question question;
        private final Map<Field, FieldFigures> known;

        Asking(Caller caller, Question question, Map<Field, FieldFigures> known) {
            this.caller = caller;
            this.question = question;
            this.known = known;
        }

        Flux<Tuple2<Field, Section>> sections(FieldService service) {
            var fields = service.fields();
            return ledgers.standings(service, caller, known.keySet().containsAll(fields))
                    .flatMapMany(standings -> Flux.fromIterable(fields)
                            .flatMap(field -> section(field, standings.get(field))
                                    .onErrorResume(FieldUnavailable.class, away -> Mono.just(withoutIt(field, away)))
                                    .map(section -> Tuples.of(field, section))))
                    .onErrorResume(
                            FieldUnavailable.class,
                            away -> Flux.fromIterable(fields).map(field -> Tuples.of(field, withoutIt(field, away))));
        }

        private Mono<Section> section(Field field, @Nullable Standing standing) {
            var before = known.get(field);
            if (before != null && standing != null && before.position().equals(standing.position())) {
                return Mono.just(new Fresh(before.at(standing)));
            }
            return ledgers.figures(field, caller, question)
                    .map(answer -> standing == null
                            ? answer
                            : answer.at(answer.standing().withBehind(standing.behind())))
                    .flatMap(answer ->
                            lastKnown.keep(caller.merchant(), question, answer).thenReturn(new Fresh(answer)));
        }

        private Section withoutIt(Field field, FieldUnavailable away) {
            log.debug("The view of {} goes without {}: {}", caller, field, away.reason());
            var before = known.get(field);
            return before == null ? new Missing(away.reason()) : new Stale(before, away.reason());
        }
    }
}
