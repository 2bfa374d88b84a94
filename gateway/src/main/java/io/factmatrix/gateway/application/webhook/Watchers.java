package io.factmatrix.gateway.application.webhook;

import io.factmatrix.gateway.application.OwnCalls;
import io.factmatrix.gateway.domain.round.Round;
import io.factmatrix.gateway.domain.round.Rounds;
import io.factmatrix.kit.store.StoreThreads;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks, for each merchant whose turn it is, at what nobody says when it changes. */
public final class Watchers implements SmartLifecycle {

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
    private final List<Post> posts;

    private Disposable work = Disposables.disposed();

    /**
     * A watch that is kept.
     *
     * @param every between two looks at a merchant
     */
    public record Post(Watch watch, Looking looking, Duration every) {}

    public Watchers(Rounds rounds, StoreThreads threads, OwnCalls calls, Telling telling, List<Post> posts) {
        this.rounds = rounds;
        this.threads = threads;
        this.calls = calls;
        this.telling = telling;
        this.posts = List.copyOf(posts);
    }

    private Flux<?> keep(Post post) {
        var task = post.watch().task();
        return new Rota<>(task, threads, () -> rounds.take(task, LEASE), round -> look(post, round))
                .run(LOOK_EVERY, AT_ONCE);
    }

    private Mono<?> look(Post post, Round round) {
        return calls.of(round.merchant())
                .flatMap(caller -> post.looking().at(caller))
                .flatMap(look -> threads.call(() -> telling.tell(round.merchant(), post.watch(), look)))
                .then(threads.call(() -> rounds.done(round, post.every())))
                .onErrorResume(failure -> {
                    log.warn("{} of {} is looked at later: {}", post.watch(), round.merchant(), failure.toString());
                    return threads.call(() -> rounds.done(round, post.every())).onErrorReturn(false);
                });
    }

    @Override
    public synchronized void start() {
        work = Flux.fromIterable(posts)
                .flatMap(this::keep, Math.max(1, posts.size()))
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
