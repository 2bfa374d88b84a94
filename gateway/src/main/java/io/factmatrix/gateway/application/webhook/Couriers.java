package io.factmatrix.gateway.application.webhook;

import io.factmatrix.gateway.domain.webhook.EndpointRound;
import io.factmatrix.gateway.domain.webhook.EndpointRounds;
import io.factmatrix.kit.store.StoreThreads;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;

/** Sends to every endpoint whose turn has come, to many at once; one that is slow takes one place of them. */
public final class Couriers implements SmartLifecycle {

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

    @Override
    public synchronized void start() {
        work = new Rota<>("webhooks", threads, this::take, courier::go)
                .run(lookEvery, atOnce)
                .subscribe();
    }

    private Optional<EndpointRound> take() {
        var now = clock.instant();
        return rounds.take(now, now.plus(Postbag.LEASE));
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
