package io.factmatrix.ledger.application;

import com.google.common.collect.Sets;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.StoreThreads;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.settlement.Cursor;
import io.factmatrix.ledger.domain.settlement.Feed;
import io.factmatrix.ledger.domain.settlement.FirstPurchase;
import io.factmatrix.ledger.domain.settlement.PaidLine;
import io.factmatrix.ledger.domain.settlement.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Follows the ledgers of a merchant as they move: what was told here, by an ingest or by another service, is looked at within a
 * moment; what fails is tried again; and after a start everything is looked at once, and told once, since nobody knows what was
 * missed.
 */
public final class Following {

    private static final Logger log = LoggerFactory.getLogger(Following.class);

    private static final Duration MOMENT = Duration.ofMillis(50);

    /** Who has looked just now looks again only after this: many small parts would cost far more than a large one. */
    private static final Duration GATHERED = Duration.ofMillis(300);

    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int AT_ONCE = 2;

    /** Of what could not be taken in, in time or in size. */
    private static final int SMALL_PART = Settling.PART / 10;

    private final Settling settling;
    private final Sketching sketching;
    private final Reading reading;
    private final OtherLedgers others;
    private final Set<Field> kept;
    private final StoreThreads threads;
    private final InstantSource clock;

    private final Map<Task, Due> due = new ConcurrentHashMap<>();
    private final Map<Task, Instant> looked = new ConcurrentHashMap<>();
    private final Set<Task> failing = ConcurrentHashMap.newKeySet();
    private final Map<Notice, Instant> untold = new ConcurrentHashMap<>();
    private @Nullable Disposable loop;

    /** That a ledger is to look at a source. */
    private record Task(LedgerId ledger, Field source) {}

    /** Since when, and not before when. */
    private record Due(Instant since, Instant at) {}

    /** That a service is to hear of a ledger that moved. */
    private record Notice(Field keeper, LedgerId moved) {}

    public Following(
            Settling settling,
            Sketching sketching,
            Reading reading,
            OtherLedgers others,
            Set<Field> kept,
            StoreThreads threads,
            InstantSource clock) {
        this.settling = settling;
        this.sketching = sketching;
        this.reading = reading;
        this.others = others;
        this.kept = kept;
        this.threads = threads;
        this.clock = clock;
    }

    public void start() {
        loop = threads.call(settling::kept)
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, RETRY))
                .doOnNext(ledgers -> ledgers.forEach(this::lookAtAll))
                .thenMany(Flux.merge(
                        Flux.fromArray(Field.values()).flatMap(source -> again(() -> lookAt(source))),
                        Flux.fromIterable(others.keepers()).flatMap(keeper -> again(() -> told(keeper)))))
                .subscribe();
    }

    /** Each by itself, so that a service that does not answer delays nobody but itself. */
    private static Flux<Void> again(Supplier<Mono<Void>> round) {
        return Flux.interval(MOMENT)
                .onBackpressureDrop()
                .concatMap(tick -> Mono.defer(round).onErrorResume(Following::gone), 1);
    }

    private static Mono<Void> gone(Throwable failure) {
        log.warn("Following: {}", failure.toString());
        return Mono.empty();
    }

    public void stop() {
        if (loop != null) {
            loop.dispose();
        }
    }

    /** A ledger has more than before. */
    public void moved(MerchantId merchant, Field source) {
        if (kept.contains(source)) {
            sketching.moved(new LedgerId(merchant, source));
        }
        for (var field : kept) {
            var task = new Task(new LedgerId(merchant, field), source);
            if (field == source && !looked.containsKey(task)) {
                lookAtAll(task.ledger());
            } else {
                look(task);
            }
        }
    }

    /** A ledger that begins, or of which nobody knows what it missed, has all the others before it. */
    private void lookAtAll(LedgerId ledger) {
        sketching.moved(ledger);
        for (var source : Field.values()) {
            look(new Task(ledger, source));
        }
        tell(ledger);
    }

    private void look(Task task) {
        if (kept.contains(task.source()) || others.fields().contains(task.source())) {
            var now = clock.instant();
            var at = looked.getOrDefault(task, Instant.MIN).isAfter(now.minus(GATHERED)) ? now.plus(GATHERED) : now;
            due.merge(task, new Due(now, at), (known, told) -> new Due(known.since(), later(known, told)));
        }
    }

    /** What was due already stays due then; what was taken up meanwhile is due again. */
    private static Instant later(Due known, Due told) {
        return known.at().isBefore(told.since()) ? told.at() : known.at();
    }

    private void tell(LedgerId moved) {
        others.keepers().forEach(keeper -> untold.put(new Notice(keeper, moved), clock.instant()));
    }

    /** For how many milliseconds that ledger has known of more of each source; absent where it has neither looked nor been told. */
    public Map<Field, Long> behind(LedgerId ledger) {
        var behind = new EnumMap<Field, Long>(Field.class);
        for (var source : Field.values()) {
            var task = new Task(ledger, source);
            var told = due.get(task);
            if (told != null) {
                behind.put(
                        source, Duration.between(told.since(), clock.instant()).toMillis());
            } else if (looked.containsKey(task)) {
                behind.put(source, 0L);
            }
        }
        return behind;
    }

    /** Whose ledgers are followed here: the own ones, and those of others. */
    public Set<Field> sources() {
        return Sets.union(kept, others.fields());
    }

    /** For how long the ledger that is furthest behind that source has known of more of it than it has taken in. */
    public Duration lag(Field source) {
        var now = clock.instant();
        return due.entrySet().stream()
                .filter(entry -> entry.getKey().source() == source)
                .map(Map.Entry::getValue)
                .map(told -> Duration.between(told.since(), now))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private Mono<Void> lookAt(Field source) {
        var now = clock.instant();
        var tasks = due.entrySet().stream()
                .filter(entry -> entry.getKey().source() == source)
                .filter(entry -> !entry.getValue().at().isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
        return Flux.fromIterable(tasks).flatMap(this::work, AT_ONCE).then();
    }

    /** What comes while it works is looked at the next time. */
    private Mono<Void> work(Task task) {
        var taken = due.get(task);
        var source = new LedgerId(task.ledger().merchant(), task.source());
        return Flux.fromIterable(Feed.followed(task.ledger().field(), task.source()))
                .concatMap(feed -> follow(task.ledger(), source, feed))
                .reduce(false, Boolean::logicalOr)
                .doOnNext(tells -> {
                    failing.remove(task);
                    looked.put(task, clock.instant());
                    due.computeIfPresent(task, (same, now) -> now.equals(taken) ? null : now);
                    if (tells) {
                        tell(task.ledger());
                        kept.stream()
                                .filter(field -> field != task.ledger().field())
                                .forEach(field -> look(new Task(
                                        new LedgerId(source.merchant(), field),
                                        task.ledger().field())));
                    }
                })
                .then()
                .onErrorResume(failure -> {
                    if (failing.add(task)) {
                        log.warn(
                                "{} does not follow {} just now, and tries on: {}",
                                task.ledger(),
                                task.source(),
                                failure.toString());
                    }
                    due.computeIfPresent(
                            task,
                            (same, now) -> new Due(now.since(), clock.instant().plus(RETRY)));
                    return Mono.empty();
                });
    }

    /** Takes in part after part, until there is no more; whether the ledger has something to tell after that. */
    private Mono<Boolean> follow(LedgerId ledger, LedgerId source, Feed feed) {
        return threads.call(() -> settling.cursor(ledger, source.field(), feed))
                .flatMap(cursor ->
                        cursor.map(from -> step(ledger, source, feed, from)).orElse(Mono.just(Step.NONE)))
                .expand(step -> step.more()
                        ? threads.call(() -> settling.cursor(ledger, source.field(), feed))
                                .flatMap(cursor -> step(ledger, source, feed, cursor.orElseThrow()))
                        : Mono.empty())
                .map(Step::tells)
                .reduce(false, Boolean::logicalOr);
    }

    private record Step(boolean tells, boolean more) {
        static final Step NONE = new Step(false, false);
    }

    private Mono<Step> step(LedgerId ledger, LedgerId source, Feed feed, Cursor from) {
        if (ledger.equals(source)) {
            return threads.call(() -> own(ledger, from));
        }
        int limit = failing.contains(new Task(ledger, source.field())) ? SMALL_PART : Settling.PART;
        return feed == Feed.FIRSTS
                ? firsts(source, from, limit)
                        .flatMap(part -> threads.call(() -> {
                            settling.takeInFirsts(ledger, source.field(), from, part);
                            return new Step(false, part.more());
                        }))
                : lines(source, feed, from, limit)
                        .flatMap(part -> threads.call(() -> {
                            boolean tells = settling.takeIn(ledger, source.field(), feed, from, part);
                            return new Step(tells, part.more());
                        }));
    }

    private Step own(LedgerId ledger, Cursor from) {
        boolean more = settling.takeInOwn(ledger, from);
        return new Step(true, more);
    }

    private Mono<Part<PaidLine>> lines(LedgerId source, Feed feed, Cursor from, int limit) {
        return kept.contains(source.field())
                ? reading.lines(source, feed, from.position(), limit)
                : others.lines(source, feed, from.position(), limit);
    }

    private Mono<Part<FirstPurchase>> firsts(LedgerId source, Cursor from, int limit) {
        return kept.contains(source.field())
                ? reading.firsts(source, from.position(), limit)
                : others.firsts(source, from.position(), limit);
    }

    private Mono<Void> told(Field keeper) {
        var now = clock.instant();
        var notices = untold.entrySet().stream()
                .filter(entry -> entry.getKey().keeper() == keeper)
                .filter(entry -> !entry.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
        return Flux.fromIterable(notices).flatMap(this::told, AT_ONCE).then();
    }

    /** Taken out before it is told: what moves meanwhile is told again. */
    private Mono<Void> told(Notice notice) {
        untold.remove(notice);
        return others.tell(
                        notice.keeper(),
                        notice.moved().merchant(),
                        notice.moved().field())
                .onErrorResume(failure -> {
                    untold.putIfAbsent(notice, clock.instant().plus(RETRY));
                    return Mono.empty();
                });
    }
}
