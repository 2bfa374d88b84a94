package io.factmatrix.gateway.application.webhook;

import io.factmatrix.gateway.application.OwnCalls;
import io.factmatrix.gateway.application.round.Rota;
import io.factmatrix.gateway.domain.round.Round;
import io.factmatrix.gateway.domain.round.Rounds;
import io.factmatrix.kit.store.StoreThreads;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Looks, for each merchant whose turn it is, at what nobody says when it changes. */
public final class Watchers {

    private static final Logger log = LoggerFactory.getLogger(Watchers.class);

    /** Longer than any look takes. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** Merchants at once, of each watch. */
    private static final int AT_ONCE = 4;

    private final Rounds rounds;
    private final StoreThreads threads;
    private final OwnCalls calls;
    private final Telling telling;

    public Watchers(Rounds rounds, StoreThreads threads, OwnCalls calls, Telling telling) {
        this.rounds = rounds;
        this.threads = threads;
        this.calls = calls;
        this.telling = telling;
    }

    /**
     * A watch that is kept.
     *
     * @param every between two looks at a merchant
     */
    public Rota<Round> rota(Watch watch, Looking looking, Duration every) {
        var task = watch.task();
        return new Rota<>(
                task,
                threads,
                () -> rounds.take(task, LEASE),
                round -> look(watch, looking, round).then(threads.call(() -> rounds.done(round, every))),
                LOOK_EVERY,
                AT_ONCE);
    }

    /** Never fails. */
    private Mono<?> look(Watch watch, Looking looking, Round round) {
        return calls.of(round.merchant())
                .flatMap(looking::at)
                .flatMap(look -> threads.call(() -> telling.tell(round.merchant(), watch, look)))
                .then()
                .doOnError(failure ->
                        log.warn("{} of {} is looked at later: {}", watch, round.merchant(), failure.toString()))
                .onErrorComplete();
    }
}
