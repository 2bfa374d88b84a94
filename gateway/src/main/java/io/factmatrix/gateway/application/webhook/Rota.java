package io.factmatrix.gateway.application.webhook;

import io.factmatrix.kit.store.StoreThreads;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Does what is due: looks every so often, and takes turn after turn until none is due.
 *
 * @param <T> a turn
 */
final class Rota<T> {

    private static final Logger log = LoggerFactory.getLogger(Rota.class);

    private final String name;
    private final StoreThreads threads;
    private final Supplier<Optional<T>> take;
    private final Function<T, Mono<?>> work;
    private final AtomicBoolean away = new AtomicBoolean();

    /**
     * @param work one turn; never fails
     */
    Rota(String name, StoreThreads threads, Supplier<Optional<T>> take, Function<T, Mono<?>> work) {
        this.name = name;
        this.threads = threads;
        this.take = take;
        this.work = work;
    }

    /**
     * Without end.
     *
     * @param atOnce turns at the same time
     */
    Flux<?> run(Duration every, int atOnce) {
        return Flux.interval(every)
                .onBackpressureDrop()
                .concatMap(tick -> due(), 0)
                .flatMap(work, atOnce, 1);
    }

    private Flux<T> due() {
        return threads.call(take)
                .doOnNext(taken -> back())
                .repeat()
                .takeWhile(Optional::isPresent)
                .map(Optional::get)
                .onErrorResume(failure -> {
                    gone(failure);
                    return Mono.empty();
                });
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
}
