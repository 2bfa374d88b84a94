package io.factmatrix.ledger.application;

import io.factmatrix.kit.store.MerchantTransactions;
import io.factmatrix.kit.store.StoreThreads;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.figures.Audience;
import io.factmatrix.ledger.domain.figures.Audiences;
import io.factmatrix.ledger.domain.figures.FieldAudience;
import io.factmatrix.ledger.domain.figures.FieldSums;
import io.factmatrix.ledger.domain.figures.Window;
import io.factmatrix.ledger.domain.settlement.Standing;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sketches the people of a ledger when their events are stored, so that an ingest does not wait for it, and tells who was reached:
 * whoever asks waits until as much is sketched as was stored when they came.
 */
public final class Sketching {

    private static final Logger log = LoggerFactory.getLogger(Sketching.class);

    /** Events taken in at a time: whoever else sketches waits for as long as that takes. */
    private static final int PART = 50_000;

    /** Many small parts would cost more than a large one. */
    private static final Duration EACH = Duration.ofSeconds(1);

    private final Audiences audiences;
    private final FieldSums sums;
    private final MerchantTransactions transactions;
    private final StoreThreads threads;
    private final Set<LedgerId> moved = ConcurrentHashMap.newKeySet();
    private @Nullable Disposable loop;

    public Sketching(Audiences audiences, FieldSums sums, MerchantTransactions transactions, StoreThreads threads) {
        this.audiences = audiences;
        this.sums = sums;
        this.transactions = transactions;
        this.threads = threads;
    }

    public void start() {
        loop = Flux.interval(EACH)
                .onBackpressureDrop()
                .concatMapIterable(tick -> List.copyOf(moved))
                .concatMap(this::sketchOn, 1)
                .subscribe();
    }

    public void stop() {
        if (loop != null) {
            loop.dispose();
        }
    }

    /** A ledger may have more than before. */
    void moved(LedgerId ledger) {
        moved.add(ledger);
    }

    /** The next part of each; what fails, and what is left, is for the next time. */
    private Mono<Void> sketchOn(LedgerId ledger) {
        moved.remove(ledger);
        return threads.call(() -> sketchPart(ledger))
                .doOnNext(more -> {
                    if (more) {
                        moved.add(ledger);
                    }
                })
                .then()
                .onErrorResume(failure -> {
                    log.warn("{} is not sketched just now, and will be: {}", ledger, failure.toString());
                    moved.add(ledger);
                    return Mono.empty();
                });
    }

    /** Whether there is more. */
    private boolean sketchPart(LedgerId ledger) {
        return transactions.write(ledger.merchant(), () -> {
            long before = audiences.sketched(ledger);
            return audiences.sketch(ledger, PART) >= before + PART;
        });
    }

    /** The people of a window, and where the ledger stood with them at least. */
    public Mono<FieldAudience> audience(LedgerId ledger, Window window, ZoneId zone) {
        return threads.call(() -> {
            var standing = standing(ledger);
            sketchThrough(ledger, standing.position().watermark());
            return new FieldAudience(ledger.field(), standing, read(ledger, window, zone));
        });
    }

    private Standing standing(LedgerId ledger) {
        var field = ledger.field();
        return transactions.read(
                ledger.merchant(),
                () -> sums.standings(ledger.merchant(), Set.of(field)).getOrDefault(field, Standing.START));
    }

    private void sketchThrough(LedgerId ledger, long watermark) {
        long sketched = transactions.read(ledger.merchant(), () -> audiences.sketched(ledger));
        while (sketched < watermark) {
            sketched = transactions.write(ledger.merchant(), () -> audiences.sketch(ledger, PART));
        }
    }

    private Audience read(LedgerId ledger, Window window, ZoneId zone) {
        return transactions.read(ledger.merchant(), () -> audiences.audience(ledger, window, zone));
    }
}
