package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.FieldService;
import io.factmatrix.gateway.domain.FieldUnavailable;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.settlement.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where a merchant's ledgers stood at a moment of the past. Waits for a while until each of them has taken in what the others had
 * recorded by then, which they do within a moment unless one of them is away.
 */
final class PastStandings {

    private static final Duration EACH = Duration.ofMillis(100);
    private static final int ROUNDS = 30;

    private final FieldLedgers ledgers;

    PastStandings(FieldLedgers ledgers) {
        this.ledgers = ledgers;
    }

    /** Fails in {@link io.factmatrix.kit.problem.ProblemException} when the moment is not past. */
    Mono<Then> at(Caller caller, Instant moment) {
        return ask(caller, moment)
                .map(Then::first)
                .expand(then -> then.isSettled() || then.isPartial() || then.round == ROUNDS
                        ? Mono.empty()
                        : Mono.delay(EACH).then(ask(caller, moment)).map(then::next))
                .last();
    }

    private Mono<List<Told>> ask(Caller caller, Instant moment) {
        return Flux.fromArray(FieldService.values())
                .flatMap(service -> Told.by(service, ledgers.standings(service, caller, moment)))
                .collectList();
    }

    /** What the services told. */
    static final class Then {

        private final Map<Field, Standing> standings = new EnumMap<>(Field.class);
        private final Map<FieldService, String> away = new EnumMap<>(FieldService.class);
        private final int round;

        /** What each ledger had to tell when it had taken in all events: later it only tells of later ones. */
        private final Map<Field, Long> toHear;

        private Then(List<Told> told, int round, Map<Field, Long> toHear) {
            this.round = round;
            told.forEach(each -> {
                if (each.away() == null) {
                    var all = each.standings();
                    each.service()
                            .fields()
                            .forEach(field -> standings.put(field, all.getOrDefault(field, Standing.START)));
                } else {
                    away.put(each.service(), each.away());
                }
            });
            this.toHear = toHear.isEmpty() && hasAllEvents() ? toHear() : toHear;
            standings.replaceAll(
                    (field, standing) -> standing.withTold(this.toHear.getOrDefault(field, standing.told())));
        }

        private static Then first(List<Told> told) {
            return new Then(told, 1, Map.of());
        }

        private Then next(List<Told> later) {
            return new Then(later, round + 1, toHear);
        }

        private Map<Field, Long> toHear() {
            var now = new EnumMap<Field, Long>(Field.class);
            standings.forEach((field, standing) -> now.put(field, isEmpty(field) ? 0 : standing.told()));
            return now;
        }

        private boolean isEmpty(Field field) {
            var standing = standings.get(field);
            return standing == null || standing.position().watermark() == 0;
        }

        private boolean hasAllEvents() {
            return standings.keySet().stream().filter(field -> !isEmpty(field)).allMatch(this::hasAllEvents);
        }

        private boolean hasAllEvents(Field field) {
            var takenIn = standings.getOrDefault(field, Standing.START).settledTo();
            return standings.entrySet().stream()
                    .allMatch(source -> takenIn.getOrDefault(source.getKey(), 0L)
                            >= source.getValue().position().watermark());
        }

        /** Somebody is away: there is nothing to wait for. */
        private boolean isPartial() {
            return !away.isEmpty();
        }

        /** Everybody has taken in everything. */
        boolean isSettled() {
            return !isPartial()
                    && !toHear.isEmpty()
                    && standings.keySet().stream()
                            .filter(field -> !isEmpty(field))
                            .allMatch(this::hasHeardAll);
        }

        private boolean hasHeardAll(Field field) {
            var heard = standings.getOrDefault(field, Standing.START).heard();
            return toHear.entrySet().stream()
                    .filter(source -> source.getKey() != field)
                    .allMatch(source -> heard.getOrDefault(source.getKey(), 0L) >= source.getValue());
        }

        /** Why that field is not settled: its service is away or, when none is, it has not taken in the others. */
        Optional<String> reason(Field field) {
            if (isPartial()) {
                return Optional.ofNullable(away.get(FieldService.of(field)));
            }
            return isEmpty(field) || (hasAllEvents(field) && hasHeardAll(field))
                    ? Optional.empty()
                    : Optional.of(field + " has not taken in the other fields");
        }

        /** Where the ledgers of that service stood, as it told; or its failure to tell. */
        Mono<Map<Field, Standing>> of(FieldService service) {
            var reason = away.get(service);
            if (reason != null) {
                return Mono.error(() -> new FieldUnavailable(reason));
            }
            var of = new EnumMap<Field, Standing>(standings);
            of.keySet().retainAll(service.fields());
            return Mono.just(of);
        }
    }
}
