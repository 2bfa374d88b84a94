package io.factmatrix.ledger.application;

import io.factmatrix.kit.store.StoreThreads;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How many refunds wait for the lines that they refund, of all merchants: counted now and then, for it reads them all. */
public final class ParkedRefunds implements MeterBinder {

    private static final Duration EACH = Duration.ofMinutes(1);

    private final Settling settling;
    private final StoreThreads threads;
    /** Not a number as long as it is not known. */
    private volatile double parked = Double.NaN;

    private @Nullable Disposable loop;

    public ParkedRefunds(Settling settling, StoreThreads threads) {
        this.settling = settling;
        this.threads = threads;
    }

    public void start() {
        loop = Flux.interval(Duration.ZERO, EACH)
                .onBackpressureDrop()
                .concatMap(tick -> count(), 1)
                .subscribe();
    }

    public void stop() {
        if (loop != null) {
            loop.dispose();
        }
    }

    /** Counts them now. */
    public Mono<Void> count() {
        return threads.call(settling::parked)
                .map(Long::doubleValue)
                .onErrorReturn(Double.NaN)
                .doOnNext(counted -> parked = counted)
                .then();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("fact.refunds.parked", this, refunds -> refunds.parked).register(meters);
    }
}
