package io.factmatrix.ledger.application;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.MerchantTransactions;
import io.factmatrix.kit.store.StoreThreads;
import io.factmatrix.ledger.domain.Facts;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.aftersales.AfterSales;
import io.factmatrix.ledger.domain.aftersales.FieldAfterSales;
import io.factmatrix.ledger.domain.arrival.Arrivals;
import io.factmatrix.ledger.domain.arrival.FieldArrivals;
import io.factmatrix.ledger.domain.conflict.Conflict;
import io.factmatrix.ledger.domain.conflict.Conflicts;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldFigures;
import io.factmatrix.ledger.domain.figures.FieldKinds;
import io.factmatrix.ledger.domain.figures.FieldSeries;
import io.factmatrix.ledger.domain.figures.FieldSums;
import io.factmatrix.ledger.domain.figures.Piece;
import io.factmatrix.ledger.domain.figures.Step;
import io.factmatrix.ledger.domain.figures.TouchpointKinds;
import io.factmatrix.ledger.domain.figures.Window;
import io.factmatrix.ledger.domain.selection.FieldProducts;
import io.factmatrix.ledger.domain.selection.FieldSales;
import io.factmatrix.ledger.domain.selection.SalesQuestion;
import io.factmatrix.ledger.domain.selection.Selections;
import io.factmatrix.ledger.domain.settlement.Feed;
import io.factmatrix.ledger.domain.settlement.Feeds;
import io.factmatrix.ledger.domain.settlement.FirstPurchase;
import io.factmatrix.ledger.domain.settlement.PaidLine;
import io.factmatrix.ledger.domain.settlement.Part;
import io.factmatrix.ledger.domain.settlement.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads a ledger: its events, its figures. Each answer is as of one moment. */
public final class Reading {

    /** Events read at a time when all of them are asked for. */
    private static final int PAGE = 1_000;

    private final Facts facts;
    private final FieldSums sums;
    private final TouchpointKinds kinds;
    private final Selections selections;
    private final AfterSales afterSales;
    private final Arrivals arrivals;
    private final Feeds feeds;
    private final Conflicts conflicts;
    private final MerchantTransactions transactions;
    private final StoreThreads threads;
    private final StoreThreads positionThreads;

    /**
     * @param positionThreads apart from the others, so that how far a ledger has come is told at once whatever else is asked
     */
    public Reading(
            Facts facts,
            FieldSums sums,
            TouchpointKinds kinds,
            Selections selections,
            AfterSales afterSales,
            Arrivals arrivals,
            Feeds feeds,
            Conflicts conflicts,
            MerchantTransactions transactions,
            StoreThreads threads,
            StoreThreads positionThreads) {
        this.facts = facts;
        this.sums = sums;
        this.kinds = kinds;
        this.selections = selections;
        this.afterSales = afterSales;
        this.arrivals = arrivals;
        this.feeds = feeds;
        this.conflicts = conflicts;
        this.transactions = transactions;
        this.threads = threads;
        this.positionThreads = positionThreads;
    }

    /** The event of that id; empty when the ledger has none. */
    public Mono<Facts.Stated> find(LedgerId ledger, String id) {
        return read(ledger, () -> facts.find(ledger, id)).flatMap(Mono::justOrEmpty);
    }

    /** At most that many events behind that watermark, in recorded order and without a gap. */
    public Mono<List<Facts.Stated>> page(LedgerId ledger, long after, int limit) {
        return page(ledger, after, Long.MAX_VALUE, limit);
    }

    private Mono<List<Facts.Stated>> page(LedgerId ledger, long after, long through, int limit) {
        return read(ledger, () -> facts.between(ledger, after, through, limit));
    }

    /**
     * All events behind that watermark up to the other, in pages. One is read when the one before it was taken, and none of the store's
     * is held meanwhile, however long that takes; so each event's state is that of when its page was read.
     */
    public Flux<List<Facts.Stated>> pages(LedgerId ledger, long after, long through) {
        return page(ledger, after, through, PAGE)
                .expand(page -> page.size() < PAGE
                        ? Mono.empty()
                        : page(ledger, page.get(page.size() - 1).fact().watermark(), through, PAGE));
    }

    /** How far the ledger has come: the watermark of its last event, 0 when it has none. */
    public Mono<Long> watermark(LedgerId ledger) {
        var field = ledger.field();
        return standings(ledger.merchant(), Set.of(field))
                .map(found ->
                        found.getOrDefault(field, Standing.START).position().watermark());
    }

    /** Where the ledgers stand; fields that have nothing yet are at the start. */
    public Mono<Map<Field, Standing>> standings(MerchantId merchant, Set<Field> fields) {
        return positionThreads.call(() -> transactions.read(merchant, () -> sums.standings(merchant, fields)));
    }

    /** The figures of a window, and where the ledger stands with them. */
    public Mono<FieldFigures> figures(LedgerId ledger, Window window) {
        return read(ledger, () -> new FieldFigures(ledger.field(), standing(ledger), sums.figures(ledger, window)));
    }

    /** The same by kind of touchpoint, without people and costs. */
    public Mono<FieldKinds> byKind(LedgerId ledger, Window window) {
        return read(
                ledger,
                () -> new FieldKinds(
                        ledger.field(), standing(ledger), sums.byKind(ledger, window, kinds.of(ledger.merchant()))));
    }

    /** The figures over time, by the clock of that zone; whether people are counted, too. */
    public Mono<FieldSeries> series(LedgerId ledger, Window window, Step step, ZoneId zone, boolean people) {
        var starts = step.pieces(window.from(), window.to(), zone).stream()
                .map(Piece::start)
                .toList();
        return read(
                ledger,
                () -> new FieldSeries(ledger.field(), standing(ledger), sums.series(ledger, window, starts, people)));
    }

    /** What was sold of selections, all of one moment. */
    public Mono<FieldSales> sales(LedgerId ledger, SalesQuestion question) {
        return read(
                ledger,
                () -> new FieldSales(
                        ledger.field(),
                        standing(ledger),
                        selections.begun(ledger).orElse(null),
                        question.times().stream()
                                .map(time -> selections.sales(ledger, time, question.currency()))
                                .toList()));
    }

    /** At most so many of the products that were sold most and least in a window, and of which most was refunded. */
    public Mono<FieldProducts> products(LedgerId ledger, Instant from, Instant to, String currency, int limit) {
        return read(
                ledger,
                () -> new FieldProducts(
                        ledger.field(), standing(ledger), selections.products(ledger, from, to, currency, limit)));
    }

    /** What came of what was sold, in the weeks before that moment. */
    public Mono<FieldAfterSales> afterSales(LedgerId ledger, Instant to, int weeks, String currency) {
        return read(
                ledger,
                () -> new FieldAfterSales(
                        ledger.field(),
                        afterSales.weeks(ledger, to, weeks, currency),
                        afterSales.touchpoints(ledger, to, weeks, currency)));
    }

    /** How regularly events came in that time before the last one by then, and the longest gap that was longer than that. */
    public Mono<FieldArrivals> arrivals(LedgerId ledger, Instant at, Duration window, Duration longerThan) {
        return read(ledger, () -> arrivals.before(ledger, at, window, longerThan));
    }

    private Standing standing(LedgerId ledger) {
        var field = ledger.field();
        return sums.standings(ledger.merchant(), Set.of(field)).getOrDefault(field, Standing.START);
    }

    /** What the ledger tells the others: {@link Feed#LINES} or {@link Feed#SHARED}. */
    public Mono<Part<PaidLine>> lines(LedgerId ledger, Feed feed, long after, int limit) {
        return read(
                ledger,
                () -> feed == Feed.LINES ? feeds.lines(ledger, after, limit) : feeds.shared(ledger, after, limit));
    }

    /** What the ledger tells the others: {@link Feed#FIRSTS}. */
    public Mono<Part<FirstPurchase>> firsts(LedgerId ledger, long after, int limit) {
        return read(ledger, () -> feeds.firsts(ledger, after, limit));
    }

    /** Conflicts of these kinds behind that event, in the order of ids. */
    public Mono<Conflicts.Page> conflicts(LedgerId ledger, Set<Conflict.Kind> kinds, String after, int limit) {
        return read(ledger, () -> conflicts.after(ledger, kinds, after, limit));
    }

    private <T> Mono<T> read(LedgerId ledger, Supplier<T> work) {
        return threads.call(() -> transactions.read(ledger.merchant(), work));
    }
}
