package io.factmatrix.kit.store;

import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import reactor.core.publisher.Mono;

/**
 * The threads that may wait for the store, as many as there are connections for them; an event loop never does. Work that
 * finds the queue full is refused at once ({@link RejectedExecutionException}, answered 503).
 */
public final class StoreThreads implements MeterBinder {

    private static final ContextSnapshotFactory CONTEXTS =
            ContextSnapshotFactory.builder().build();

    private final String name;
    private final ThreadPoolExecutor threads;
    private final LongAdder refused = new LongAdder();

    public StoreThreads(String name, int size, int queued) {
        this.name = name;
        this.threads = new ThreadPoolExecutor(
                size,
                size,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(queued),
                new CustomizableThreadFactory("store-" + name + "-"),
                this::refuse);
    }

    private void refuse(Runnable work, ThreadPoolExecutor full) {
        refused.increment();
        throw new RejectedExecutionException("store threads %s: %d wait (expected: fewer)"
                .formatted(name, full.getQueue().size()));
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("fact.store.threads", threads, ThreadPoolExecutor::getMaximumPoolSize)
                .tag("threads", name)
                .register(meters);
        Gauge.builder("fact.store.running", threads, ThreadPoolExecutor::getActiveCount)
                .tag("threads", name)
                .register(meters);
        Gauge.builder("fact.store.waiting", threads, pool -> pool.getQueue().size())
                .tag("threads", name)
                .register(meters);
        FunctionCounter.builder("fact.store.refused", refused, LongAdder::doubleValue)
                .tag("threads", name)
                .register(meters);
    }

    /**
     * Does the work on a store thread. It runs to its end when the caller goes away: an interrupted statement would cost the
     * connection, and a cancelled write would be one of which nobody knows whether it was done.
     */
    public <T> Mono<T> call(Supplier<T> work) {
        return Mono.deferContextual(request -> {
            var context = CONTEXTS.captureFrom(request);
            return Mono.fromFuture(CompletableFuture.supplyAsync(() -> within(context, work), threads), true);
        });
    }

    /** So that spans and log entries belong to the request that waits for the work. */
    private static <T> T within(ContextSnapshot context, Supplier<T> work) {
        var scope = context.setThreadLocals();
        try {
            return work.get();
        } finally {
            scope.close();
        }
    }

    /** Runs the work on a store thread; its outcome is the work's own affair. */
    public void execute(Runnable work) {
        threads.execute(work);
    }

    /** Lets work that was begun finish. */
    public void close() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(20, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }
}
