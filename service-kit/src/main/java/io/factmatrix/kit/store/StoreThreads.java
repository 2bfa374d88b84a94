package io.factmatrix.kit.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import reactor.core.publisher.Mono;

/**
 * The threads that may wait for the store, as many as there are connections for them; an event loop never does. Work that
 * finds the queue full is refused at once ({@link java.util.concurrent.RejectedExecutionException}, answered 503).
 */
public final class StoreThreads {

    private final ThreadPoolExecutor threads;

    public StoreThreads(String name, int size, int queued) {
        this.threads = new ThreadPoolExecutor(
                size,
                size,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(queued),
                new CustomizableThreadFactory("store-" + name + "-"));
    }

    /**
     * Does the work on a store thread. It runs to its end when the caller goes away: an interrupted statement would cost the
     * connection, and a cancelled write would be one of which nobody knows whether it was done.
     */
    public <T> Mono<T> call(Supplier<T> work) {
        return Mono.defer(() -> Mono.fromFuture(CompletableFuture.supplyAsync(work, threads), true));
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
