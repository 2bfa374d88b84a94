package io.factmatrix.gateway.application.webhook;

import io.factmatrix.gateway.domain.webhook.EndpointRound;
import io.factmatrix.gateway.domain.webhook.EndpointRounds;
import io.factmatrix.kit.store.StoreThreads;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends to every endpoint whose turn has come, to many at once; one that is slow takes one place of them. */
public final class Couriers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Couriers.class);

    private final EndpointRounds rounds;
    private final StoreThreads threads;
    private final Courier courier;
    private final InstantSource clock;
    private final Duration lookEvery;
    private final int atOnce;

    private Disposable work = Disposables.disposed();

    /**
     * @param atOnce endpoints that are sent to at once
     */
    public Couriers(
            EndpointRounds rounds,
            StoreThreads threads,
            Courier courier,
            InstantSource clock,
            Duration lookEvery,
            int atOnce) {
        this.rounds = rounds;
        this.threads = threads;
        this.courier = courier;
        this.clock = clock;
        this.lookEvery = lookEvery;
        this.atOnce = atOnce;
    }

    /** All that are due at one look. */
    private Flux<EndpointRound> due() {
        return threads.call(() -> rounds.take(clock.instant(), clock.instant().plus(Postbag.LEASE)))
                .repeat()
                .takeWhile(Optional::isPresent)
                .map(Optional::get)
                .onErrorResume(failure -> {
                    log.warn("Webhooks wait: {}", failure.toString());
                    return Mono.empty();
                });
    }

    @Override
    public synchronized void start() {
        work = Flux.interval(lookEvery)
                .onBackpressureDrop()
                .concatMap(tick -> due(), 0)
                .flatMap(courier::go, atOnce, 1)
                .subscribe();
    }

    @Override
    public synchronized void stop() {
        work.dispose();
    }

    @Override
    public synchronized boolean isRunning() {
        return !work.isDisposed();
    }
}
