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
import java.util.Map;
import java.util.function.Function;
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
    private final PastStandings past;

    public OperatingViews(FieldLedgers ledgers, LastKnown lastKnown) {
        this.ledgers = ledgers;
        this.lastKnown = lastKnown;
        this.past = new PastStandings(ledgers);
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
                .flatMap(known -> asking(caller, question, known))
                .flatMapMany(asking -> Flux.fromArray(FieldService.values()).flatMap(asking::sections))
                .collectMap(Tuple2::getT1, Tuple2::getT2)
                .map(sections -> new Scoreboard(question, sections));
    }

    /** The past is asked for once it is settled; and what was not settled is not remembered, since it would not be asked again. */
    private Mono<Asking> asking(Caller caller, Question question, Map<Field, FieldFigures> known) {
        if (question.asOf() != null) {
            return past.at(caller, question.asOf())
                    .map(then -> new Asking(caller, question, known, then::of, then.isSettled()));
        }
        return Mono.just(new Asking(
                caller,
                question,
                known,
                service -> ledgers.standings(service, caller, known.keySet().containsAll(service.fields())),
                true));
    }

    /** One question, and what was answered to it before. */
    private final class Asking {

        private final Caller caller;
        private final Question question;
        private final Map<Field, FieldFigures> known;
        private final Function<FieldService, Mono<Map<Field, Standing>>> standings;
        private final boolean settled;

        Asking(
                Caller caller,
                Question question,
                Map<Field, FieldFigures> known,
                Function<FieldService, Mono<Map<Field, Standing>>> standings,
                boolean settled) {
            this.caller = caller;
            this.question = question;
            this.known = known;
            this.standings = standings;
            this.settled = settled;
        }

        Flux<Tuple2<Field, Section>> sections(FieldService service) {
            var fields = service.fields();
            return standings
                    .apply(service)
                    .flatMapMany(stand -> Flux.fromIterable(fields)
                            .flatMap(field -> section(field, stand.get(field))
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
                    .map(answer -> standing == null ? answer : answer.at(standing(answer, standing)))
                    .flatMap(answer -> keep(answer).thenReturn(new Fresh(answer)));
        }

        private Standing standing(FieldFigures answer, Standing told) {
            return question.asOf() == null ? answer.standing().withBehind(told.behind()) : told;
        }

        private Mono<Void> keep(FieldFigures answer) {
            return settled && answer.figures().newBuyers() != null
                    ? lastKnown.keep(caller.merchant(), question, answer)
                    : Mono.empty();
        }

        private Section withoutIt(Field field, FieldUnavailable away) {
            log.debug("The view of {} goes without {}: {}", caller, field, away.reason());
            var before = known.get(field);
            return before == null ? new Missing(away.reason()) : new Stale(before, away.reason());
        }
    }
}
