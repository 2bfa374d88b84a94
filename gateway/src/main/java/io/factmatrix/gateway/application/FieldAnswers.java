package io.factmatrix.gateway.application;

import io.factmatrix.gateway.application.SectionMeters.Source;
import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.FieldService;
import io.factmatrix.gateway.domain.FieldUnavailable;
import io.factmatrix.gateway.domain.Question;
import io.factmatrix.gateway.domain.Section;
import io.factmatrix.gateway.domain.Section.Fresh;
import io.factmatrix.gateway.domain.Section.Missing;
import io.factmatrix.gateway.domain.Section.Stale;
import io.factmatrix.gateway.domain.Sections;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldAnswer;
import io.factmatrix.ledger.domain.settlement.Standing;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;
import reactor.util.function.Tuples;

/**
 * Asks every field the same. Every ledger is asked how far it has come, and only one that has come further than its last answer is
 * asked for another; of one that does not answer, the last known answer is taken, or that there is none.
 *
 * @param <A> what a field answers
 */
final class FieldAnswers<A extends FieldAnswer<A>> {

    private static final Logger log = LoggerFactory.getLogger(FieldAnswers.class);

    private final FieldLedgers ledgers;
    private final LastKnown<A> lastKnown;
    private final Asked<A> asked;
    private final BiConsumer<Field, Source> found;
    private final PastStandings past;

    /** How one field is asked. */
    interface Asked<A> {
        Mono<A> of(Field field, Caller caller, Question question);
    }

    FieldAnswers(FieldLedgers ledgers, LastKnown<A> lastKnown, Asked<A> asked) {
        this(ledgers, lastKnown, asked, (field, source) -> {});
    }

    /**
     * @param found is told of each section where its answer came from
     */
    FieldAnswers(FieldLedgers ledgers, LastKnown<A> lastKnown, Asked<A> asked, BiConsumer<Field, Source> found) {
        this.found = found;
        this.ledgers = ledgers;
        this.lastKnown = lastKnown;
        this.asked = asked;
        this.past = new PastStandings(ledgers);
    }

    Mono<Sections<A>> to(Caller caller, Question question) {
        return lastKnown
                .of(caller.merchant(), question)
                .flatMap(known -> asking(caller, question, known))
                .flatMap(Asking::answers);
    }

    /** The same of ledgers that were just told to stand there. */
    Mono<Sections<A>> to(Caller caller, Question question, PresentStandings standings) {
        return lastKnown.of(caller.merchant(), question).flatMap(known -> to(caller, question, known, standings));
    }

    /** The same once more: what was shown is last known, and only asked for again of ledgers that have moved since. */
    Mono<Sections<A>> again(Caller caller, Sections<A> shown, PresentStandings standings) {
        return to(caller, shown.question(), shown.known(), standings);
    }

    private Mono<Sections<A>> to(Caller caller, Question question, Map<Field, A> known, PresentStandings standings) {
        return new Asking(caller, question, known, standings::of, true).answers();
    }

    /** The past is asked for once it is settled; and what was not settled is not remembered, since it would not be asked again. */
    private Mono<Asking> asking(Caller caller, Question question, Map<Field, A> known) {
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
        private final Map<Field, A> known;
        private final Function<FieldService, Mono<Map<Field, Standing>>> standings;
        private final boolean settled;

        Asking(
                Caller caller,
                Question question,
                Map<Field, A> known,
                Function<FieldService, Mono<Map<Field, Standing>>> standings,
                boolean settled) {
            this.caller = caller;
            this.question = question;
            this.known = known;
            this.standings = standings;
            this.settled = settled;
        }

        Mono<Sections<A>> answers() {
            return Flux.fromArray(FieldService.values())
                    .flatMap(this::sections)
                    .collectMap(Tuple2::getT1, Tuple2::getT2)
                    .map(sections -> new Sections<>(question, sections));
        }

        private Flux<Tuple2<Field, Section<A>>> sections(FieldService service) {
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

        private Mono<Section<A>> section(Field field, @Nullable Standing standing) {
            var before = known.get(field);
            if (before != null && standing != null && before.position().equals(standing.position())) {
                found.accept(field, Source.UNCHANGED);
                return Mono.just(new Fresh<>(before.at(standing)));
            }
            return asked.of(field, caller, question)
                    .map(answer -> standing == null ? answer : answer.at(standing(answer, standing)))
                    .doOnNext(answer -> found.accept(field, Source.ASKED))
                    .flatMap(answer -> keep(answer).thenReturn(new Fresh<>(answer)));
        }

        private Standing standing(A answer, Standing told) {
            return question.asOf() == null ? answer.standing().withBehind(told.behind()) : told;
        }

        private Mono<Void> keep(A answer) {
            return settled && answer.isWhole() ? lastKnown.keep(caller.merchant(), question, answer) : Mono.empty();
        }

        private Section<A> withoutIt(Field field, FieldUnavailable away) {
            log.debug("{} goes without {}: {}", caller, field, away.reason());
            var before = known.get(field);
            found.accept(field, before == null ? Source.MISSING : Source.STALE);
            return before == null ? new Missing<>(away.reason()) : new Stale<>(before, away.reason());
        }
    }
}
