package io.factmatrix.gateway.application.live;

import io.factmatrix.gateway.application.FieldLedgers;
import io.factmatrix.gateway.application.OperatingViews;
import io.factmatrix.gateway.application.PresentStandings;
import io.factmatrix.gateway.application.Told;
import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.FieldService;
import io.factmatrix.gateway.domain.OperatingView;
import io.factmatrix.gateway.domain.Question;
import io.factmatrix.gateway.limit.Turns;
import io.factmatrix.kit.merchant.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * The ledgers of one merchant, looked at for all who listen. Each service is looked at by itself, so that one that hangs holds up
 * no news of the others.
 */
final class MerchantWatch<T> {

    private static final Logger log = LoggerFactory.getLogger(MerchantWatch.class);

    private final MerchantId merchant;
    private final FieldLedgers ledgers;
    private final OperatingViews operatingViews;
    private final Function<OperatingView, T> told;
    private final Turns turns;
    private final Flux<PresentStandings> standings;
    private final Set<Seat> seats = ConcurrentHashMap.newKeySet();
    private final Map<Asked, Flux<T>> views = new ConcurrentHashMap<>();

    /** The place of one listener; no two are equal. */
    static final class Seat {

        private final Caller caller;
        /** When the caller's token ends. */
        private final Instant until;

        Seat(Caller caller, Instant until) {
            this.caller = caller;
            this.until = until;
        }

        private Caller caller() {
            return caller;
        }

        Instant until() {
            return until;
        }
    }

    private record Asked(Question question, boolean compared) {}

    MerchantWatch(
            MerchantId merchant,
            FieldLedgers ledgers,
            OperatingViews operatingViews,
            Function<OperatingView, T> told,
            Turns turns,
            LiveBounds bounds) {
        this.merchant = merchant;
        this.ledgers = ledgers;
        this.operatingViews = operatingViews;
        this.told = told;
        this.turns = turns;
        this.standings = shared(Flux.combineLatest(
                Stream.of(FieldService.values())
                        .map(service -> looks(service, bounds.lookEvery()))
                        .toList(),
                MerchantWatch::together));
    }

    MerchantId merchant() {
        return merchant;
    }

    int listeners() {
        return seats.size();
    }

    void take(Seat seat) {
        seats.add(seat);
    }

    /** False when it was given back already. */
    boolean leave(Seat seat) {
        return seats.remove(seat);
    }

    /** Whose token the services are asked with: the one that lasts longest of those who listen now. */
    Optional<Caller> caller() {
        return seats.stream().max(Comparator.comparing(Seat::until)).map(Seat::caller);
    }

    /** Where the ledgers stand, look by look; only as long as somebody wants to know. */
    Flux<PresentStandings> standings() {
        return standings;
    }

    /** The answers to one question, for all who ask it. */
    Flux<T> views(Question question, boolean compared) {
        return views.computeIfAbsent(new Asked(question, compared), this::answers);
    }

    private Flux<T> answers(Asked asked) {
        return shared(Flux.defer(() ->
                        new LiveView<>(this, operatingViews, told, turns, asked.question(), asked.compared()).views())
                .distinctUntilChanged()
                .doFinally(end -> views.remove(asked)));
    }

    /** Begun by the first who subscribes, and in nobody's name: he may leave before the others. */
    private static <E> Flux<E> shared(Flux<E> source) {
        return source.contextWrite(first -> Context.empty()).replay(1).refCount();
    }

    private Flux<Told> looks(FieldService service, Duration every) {
        return Flux.interval(Duration.ZERO, every)
                .onBackpressureDrop()
                .concatMap(tick -> look(service), 0)
                // Whether a service that is away timed out or is spared changes no view.
                .scan((before, now) -> before.isAway() && now.isAway() ? before : now);
    }

    private Mono<Told> look(FieldService service) {
        return Mono.justOrEmpty(caller())
                .flatMap(caller -> Told.by(service, ledgers.standings(service, caller, false)))
                .onErrorResume(failure -> {
                    log.error("The ledgers of {} at {} cannot be looked at", merchant, service.word(), failure);
                    return Mono.empty();
                });
    }

    private static PresentStandings together(Object[] told) {
        return new PresentStandings(Arrays.stream(told).map(Told.class::cast).toList());
    }
}
