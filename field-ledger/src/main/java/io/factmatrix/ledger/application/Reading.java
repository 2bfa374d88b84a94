package io.factmatrix.ledger.application;

import io.factmatrix.kit.store.MerchantTransactions;
import io.factmatrix.kit.store.StoreThreads;
import io.factmatrix.ledger.domain.Facts;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.figures.FieldFigures;
import io.factmatrix.ledger.domain.figures.FieldSums;
import io.factmatrix.ledger.domain.figures.Window;
import java.util.List;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads a ledger: its events, its figures. Each answer is as of one moment. */
public final class Reading {

    /** Events read at a time when all of them are asked for. */
    private static final int PAGE = 1_000;

    private final Facts facts;
    private final FieldSums sums;
    private final MerchantTransactions transactions;
    private final StoreThreads threads;

    public Reading(Facts facts, FieldSums sums, MerchantTransactions transactions, StoreThreads threads) {
        this.facts = facts;
        this.sums = sums;
        this.transactions = transactions;
        this.threads = threads;
    }

    /** The event of that id; empty when the ledger has none. */
    public Mono<Facts.Stated> find(LedgerId ledger, String id) {
        return read(ledger, () -> facts.find(ledger, id)).flatMap(Mono::justOrEmpty);
    }

    /** At most that many events behind that watermark, in recorded order and without a gap. */
    public Mono<List<Facts.Stated>> page(LedgerId ledger, long after, int limit) {
        return read(ledger, () -> facts.after(ledger, after, limit));
    }

    /** All events behind that watermark, read page by page as the reader asks for them. */
    public Flux<Facts.Stated> all(LedgerId ledger, long after) {
        return page(ledger, after, PAGE)
                .expand(page -> page.size() < PAGE
                        ? Mono.empty()
                        : page(ledger, page.get(page.size() - 1).fact().watermark(), PAGE))
                .concatMapIterable(page -> page);
    }

    /** The figures of a window and the position up to which they are complete. */
    public Mono<FieldFigures> figures(LedgerId ledger, Window window) {
        return read(ledger, () -> {
            var position = sums.position(ledger);
            return new FieldFigures(
                    ledger.field(), position.watermark(), position.recordedAt(), sums.figures(ledger, window));
        });
    }

    private <T> Mono<T> read(LedgerId ledger, Supplier<T> work) {
        return threads.call(() -> transactions.read(ledger.merchant(), work));
    }
}
