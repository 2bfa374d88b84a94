package io.factmatrix.gateway.application.round;

import io.factmatrix.kit.store.StoreThreads;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;

/**
 * Does what comes up, turn after turn, at so many places at once. A turn is taken when there is a place for it and not before: its lease runs from then on. When nothing is
 * due, or the store is away, it looks again after a while.
 *
 * @param <T> a turn
 */
public final class Rota<T> implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Rota.class);

    private final String name;
    private final StoreThreads threads;
    private final Supplier<Optional<T>> take;
    private final Function<T, Mono<?>> work;
    private final Duration every;
    private final int places;
    private final AtomicBoolean away = new AtomicBoolean();

    private Disposable running = Disposables.disposed();

    /**
     * @param take the turn that has waited longest, from now on the taker's; empty when none is due
     * @param every between two looks when none is due
     * @param places turns at the same time
     */
    public Rota(
            String name,
            StoreThreads threads,
            Supplier<Optional<T>> take,
            Function<T, Mono<?>> work,
            Duration every,
            int places) {
        this.name = name;
        this.threads = threads;
        this.take = take;
        this.work = work;
        this.every = every;
        this.places = places;
    }

    @Override
    public synchronized void start() {
        running = turns().subscribe();
    }

    private Flux<?> turns() {
        var free = Sinks.many().unicast().<Boolean>onBackpressureBuffer();
        for (int place = 0; place < places; place++) {
            free.emitNext(true, EmitFailureHandler.FAIL_FAST);
        }
        return free.asFlux()
                .delaySubscription(every)
                .concatMap(place -> next())
                .flatMap(this::done, places)
                // One after the other, as they leave flatMap: never two at once.
                .doOnNext(place -> free.emitNext(place, EmitFailureHandler.FAIL_FAST));
    }

    /** However long it takes until there is one. */
    private Mono<T> next() {
        return threads.call(take)
                .doOnNext(answered -> back())
                .flatMap(Mono::justOrEmpty)
                .onErrorResume(failure -> {
                    gone(failure);
                    return Mono.empty();
                })
                .repeatWhenEmpty(looks -> looks.delayElements(every));
    }

    /** The place of the turn, when it is done or has failed. */
    private Mono<Boolean> done(T turn) {
        return Mono.defer(() -> work.apply(turn))
                .then()
                .onErrorResume(failure -> {
                    log.error("{}: {} failed, and comes up again", name, turn, failure);
                    return Mono.empty();
                })
                .thenReturn(true);
    }

    /** Said once: it is tried again at every look. */
    private void gone(Throwable failure) {
        if (away.compareAndSet(false, true)) {
            log.warn("{}: waits for the store: {}", name, failure.toString());
        }
    }

    private void back() {
        if (away.compareAndSet(true, false)) {
            log.info("{}: goes on", name);
        }
    }

    @Override
    public synchronized void stop() {
        running.dispose();
    }

    @Override
    public synchronized boolean isRunning() {
        return !running.isDisposed();
    }
}
