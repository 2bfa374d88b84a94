package io.factmatrix.gateway.limit;

import io.factmatrix.kit.merchant.MerchantId;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

/**
 * So much work at once, divided fairly: a merchant may have twice as much of it going on as there is room left, so that whoever
 * comes finds room, however much another one wants. What has to wait waits in its merchant's own line; the lines are served in
 * turn. A line, too, may be twice as long as there is room left for those who wait; more is refused at once.
 *
 * <p>The bound on each is that of shared buffers in switches: A. K. Choudhury, E. L. Hahne, <i>Dynamic queue length thresholds
 * for shared-memory packet switches</i>, IEEE/ACM Transactions on Networking 6(2), 1998, with α = 2.
 */
public final class Turns {

    private static final int ALPHA = 2;

    private final int atOnce;
    private final int mostWaiting;
    private final Duration patience;
    private final Map<MerchantId, Line> lines = new HashMap<>();
    /** The lines in which somebody waits, the next one first. */
    private final Queue<Line> next = new ArrayDeque<>();

    private int running;
    private int waiting;
    private long refused;

    /**
     * @param atOnce how much goes on at once, of all merchants
     * @param mostWaiting how much may wait for that
     * @param patience how long it may
     */
    public Turns(int atOnce, int mostWaiting, Duration patience) {
        this.atOnce = atOnce;
        this.mostWaiting = mostWaiting;
        this.patience = patience;
    }

    /**
     * Does that work when it is the merchant's turn, which lasts until the work ends or gives it back. Who cancels waits no longer,
     * or calls the work off. Fails in {@link RejectedExecutionException} when too many wait already, or this one has for too long.
     */
    public <T> Mono<T> inTurn(MerchantId merchant, Function<Turn, Mono<T>> work) {
        return Mono.create(answer -> {
            var one = new Waiting<>(merchant, work, answer);
            answer.onCancel(one);
            try {
                var called = join(one);
                if (called.stream().noneMatch(turn -> turn.one == one)) {
                    one.waitNoLongerThan(patience);
                }
                called.forEach(Turn::begin);
            } catch (RejectedExecutionException tooMany) {
                answer.error(tooMany);
            }
        });
    }

    /** Names what is told of them. */
    MeterBinder meters(String name) {
        return meters -> {
            Gauge.builder("fact.turns.running", this, Turns::running)
                    .tag("turns", name)
                    .register(meters);
            Gauge.builder("fact.turns.waiting", this, Turns::waiting)
                    .tag("turns", name)
                    .register(meters);
            FunctionCounter.builder("fact.turns.refused", this, Turns::refusals)
                    .tag("turns", name)
                    .register(meters);
        };
    }

    private synchronized int running() {
        return running;
    }

    private synchronized int waiting() {
        return waiting;
    }

    private synchronized long refusals() {
        return refused;
    }

    private synchronized void refused() {
        refused++;
    }

    private synchronized List<Turn> join(Waiting<?> one) {
        var line = lines.computeIfAbsent(one.merchant, Line::new);
        if (line.waiting.size() >= ALPHA * (mostWaiting - waiting)) {
            refused++;
            throw new RejectedExecutionException(
                    "%d requests of %s wait already".formatted(line.waiting.size(), one.merchant));
        }
        waiting++;
        line.waiting.add(one);
        if (line.waiting.size() == 1) {
            next.add(line);
        }
        return call();
    }

    /** False when it does not wait any more. */
    private synchronized boolean leave(Waiting<?> one) {
        var line = lines.get(one.merchant);
        if (line == null || !line.waiting.remove(one)) {
            return false;
        }
        waiting--;
        if (line.waiting.isEmpty()) {
            next.remove(line);
        }
        forget(line);
        return true;
    }

    private synchronized List<Turn> end(Turn turn) {
        if (turn.over) {
            return List.of();
        }
        turn.over = true;
        running--;
        turn.line.running--;
        forget(turn.line);
        return call();
    }

    private void forget(Line line) {
        if (line.running == 0 && line.waiting.isEmpty()) {
            lines.remove(line.merchant);
        }
    }

    /** The turns of those whose turn it is now. */
    private List<Turn> call() {
        var called = new ArrayList<Turn>();
        for (int passedOver = 0; running < atOnce && passedOver < next.size(); ) {
            var line = next.remove();
            if (line.running < ALPHA * (atOnce - running)) {
                passedOver = 0;
                running++;
                line.running++;
                waiting--;
                called.add(new Turn(line, line.waiting.remove()));
            } else {
                passedOver++;
            }
            if (!line.waiting.isEmpty()) {
                next.add(line);
            }
        }
        return called;
    }

    /** What is known of a merchant that wants something. */
    private static final class Line {

        private final MerchantId merchant;
        private final Queue<Waiting<?>> waiting = new ArrayDeque<>();
        private int running;

        Line(MerchantId merchant) {
            this.merchant = merchant;
        }
    }

    /** The right to work. */
    public final class Turn {

        private final Line line;
        private final Waiting<?> one;
        private boolean over;

        private Turn(Line line, Waiting<?> one) {
            this.line = line;
            this.one = one;
        }

        private void begin() {
            one.begin(this);
        }

        /** Gives it back before the work ends; the same when called again. */
        public void end() {
            // Not within the work that ends here: a thousand that wait would begin inside of each other.
            Turns.this.end(this).forEach(called -> Schedulers.parallel().schedule(called::begin));
        }
    }

    private final class Waiting<T> implements Disposable {

        private final MerchantId merchant;
        private final Function<Turn, Mono<T>> work;
        private final MonoSink<T> answer;
        /** What it waits for, and then what it does. */
        private final Disposable.Swap current = Disposables.swap();

        Waiting(MerchantId merchant, Function<Turn, Mono<T>> work, MonoSink<T> answer) {
            this.merchant = merchant;
            this.work = work;
            this.answer = answer;
        }

        void waitNoLongerThan(Duration patience) {
            current.update(Schedulers.parallel().schedule(this::giveUp, patience.toMillis(), TimeUnit.MILLISECONDS));
        }

        private void giveUp() {
            if (leave(this)) {
                refused();
                answer.error(new RejectedExecutionException("A request of " + merchant + " waited too long"));
            }
        }

        void begin(Turn turn) {
            current.update(Mono.defer(() -> work.apply(turn))
                    .doFinally(end -> turn.end())
                    .contextWrite(answer.contextView())
                    .subscribe(answer::success, answer::error, answer::success));
        }

        @Override
        public void dispose() {
            leave(this);
            current.dispose();
        }
    }
}
