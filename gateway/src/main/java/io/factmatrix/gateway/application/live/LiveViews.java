package io.factmatrix.gateway.application.live;

import io.factmatrix.gateway.application.FieldLedgers;
import io.factmatrix.gateway.application.OperatingViews;
import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.OperatingView;
import io.factmatrix.gateway.domain.Question;
import io.factmatrix.gateway.limit.Turns;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The operating views that somebody listens to. However many listen, the ledgers of a merchant are looked at once, and a question
 * is answered once for all who ask it; where nobody listens, nothing is asked.
 *
 * <p>When the program ends, everybody is told so at once: before the server waits for what is being answered, which would be for
 * all of its patience.
 *
 * @param <T> what a view is told as; equal when the views are
 */
public final class LiveViews<T> implements SmartLifecycle, MeterBinder {

    private final FieldLedgers ledgers;
    private final OperatingViews views;
    private final Function<OperatingView, T> told;
    private final Turns turns;
    private final InstantSource clock;
    private final LiveBounds bounds;
    private final Map<MerchantId, MerchantWatch<T>> watches = new HashMap<>();

    private int listening;
    private Sinks.Empty<Void> ending = Sinks.empty();
    private boolean running;

    /**
     * @param told how a view is told; done once for all listeners
     * @param turns in which views are asked for, as those are that nobody listens to
     */
    public LiveViews(
            FieldLedgers ledgers,
            OperatingViews views,
            Function<OperatingView, T> told,
            Turns turns,
            InstantSource clock,
            LiveBounds bounds) {
        this.ledgers = ledgers;
        this.views = views;
        this.told = told;
        this.turns = turns;
        this.clock = clock;
        this.bounds = bounds;
    }

    /**
     * Takes a place, to be given back. Fails in {@link ProblemException}, 503 {@code listeners.too_many}, when there is none left.
     *
     * @param until when the caller's token ends
     */
    public synchronized Listener join(Caller caller, Instant until) {
        var watch = watches.get(caller.merchant());
        if (listening >= bounds.most()) {
            throw tooMany("all merchants", bounds.most());
        }
        if (watch != null && watch.listeners() >= bounds.mostOfMerchant()) {
            throw tooMany(caller.merchant().value(), bounds.mostOfMerchant());
        }
        var joined =
                watch == null ? new MerchantWatch<>(caller.merchant(), ledgers, views, told, turns, bounds) : watch;
        watches.put(caller.merchant(), joined);
        listening++;
        var listener = new Listener(joined, new MerchantWatch.Seat(caller, until), ending);
        joined.take(listener.seat);
        return listener;
    }

    private static ProblemException tooMany(String whose, int most) {
        return new ProblemException(
                503,
                "listeners.too_many",
                "listeners of %s: %d already (expected: at most that, at one gateway)".formatted(whose, most));
    }

    private synchronized void leave(Listener listener) {
        if (listener.watch.leave(listener.seat)) {
            listening--;
            if (listener.watch.listeners() == 0) {
                watches.remove(listener.watch.merchant());
            }
        }
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("fact.live.listeners", this, LiveViews::listening).register(meters);
        Gauge.builder("fact.live.merchants", this, LiveViews::watched).register(meters);
    }

    private synchronized int listening() {
        return listening;
    }

    private synchronized int watched() {
        return watches.size();
    }

    @Override
    public synchronized void start() {
        ending = Sinks.empty();
        running = true;
    }

    /** Before the server ends: the phase is the last one to start, and the first one to stop. */
    @Override
    public synchronized void stop() {
        running = false;
        ending.tryEmitEmpty();
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    /** One who listens, until he leaves. */
    public final class Listener implements AutoCloseable {

        private final MerchantWatch<T> watch;
        private final MerchantWatch.Seat seat;
        private final Sinks.Empty<Void> ending;

        private Listener(MerchantWatch<T> watch, MerchantWatch.Seat seat, Sinks.Empty<Void> ending) {
            this.watch = watch;
            this.seat = seat;
            this.ending = ending;
        }

        /**
         * The view as it is, and again when it has changed: without end, and without errors. What a listener does not take in
         * time is not kept for him.
         *
         * @param compared beside the period before
         */
        public Flux<T> views(Question question, boolean compared) {
            return watch.views(question, compared);
        }

        /** Completes when the token of the listener ends, or this program. */
        public Mono<Void> end() {
            return Mono.firstWithSignal(
                    Mono.delay(Duration.between(clock.instant(), seat.until())).then(), ending.asMono());
        }

        @Override
        public void close() {
            leave(this);
        }
    }
}
