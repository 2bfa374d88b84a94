package io.factmatrix.ledger.application;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.MerchantTransactions;
import io.factmatrix.kit.store.StoreThreads;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.Ledgers;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldFigures;
import io.factmatrix.ledger.domain.figures.FieldSums;
import io.factmatrix.ledger.domain.figures.Window;
import io.factmatrix.ledger.domain.history.History;
import io.factmatrix.ledger.domain.history.Moment;
import io.factmatrix.ledger.domain.history.Purchase;
import io.factmatrix.ledger.domain.history.Replay;
import io.factmatrix.ledger.domain.settlement.Standing;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads a ledger as it was: replays what had been recorded by a moment, here and in the merchant's other ledgers. What is answered
 * once is answered ever after, when the ledgers were sealed at that moment and have taken in what the others had recorded by then.
 */
public final class Replaying {

    private static final Logger log = LoggerFactory.getLogger(Replaying.class);

    /** People asked for at a time. */
    private static final int PART = 2_000;

    private final Ledgers ledgers;
    private final History history;
    private final FieldSums sums;
    private final OtherLedgers others;
    private final Set<Field> kept;
    private final MerchantTransactions transactions;
    private final StoreThreads threads;

    public Replaying(
            Ledgers ledgers,
            History history,
            FieldSums sums,
            OtherLedgers others,
            Set<Field> kept,
            MerchantTransactions transactions,
            StoreThreads threads) {
        this.ledgers = ledgers;
        this.history = history;
        this.sums = sums;
        this.others = others;
        this.kept = kept;
        this.transactions = transactions;
        this.threads = threads;
    }

    /**
     * Seals the ledgers kept here at that moment: how far they had come by then, and what they have taken in by now. Empty when the
     * moment is not past.
     */
    public Mono<Map<Field, Standing>> standings(MerchantId merchant, Instant moment) {
        return threads.call(() -> isSealed(merchant, moment))
                .filter(Boolean::booleanValue)
                .flatMap(done ->
                        threads.call(() -> transactions.read(merchant, () -> standingsThen(merchant, moment))));
    }

    private boolean isSealed(MerchantId merchant, Instant moment) {
        return kept.stream()
                .allMatch(field ->
                        transactions.write(merchant, () -> ledgers.seal(new LedgerId(merchant, field), moment)));
    }

    private Map<Field, Standing> standingsThen(MerchantId merchant, Instant moment) {
        var then = new EnumMap<Field, Standing>(Field.class);
        sums.standings(merchant, kept)
                .forEach((field, now) ->
                        then.put(field, now.at(history.position(new LedgerId(merchant, field), moment))));
        return then;
    }

    /** The figures of a window as of that moment; without new buyers when another ledger cannot be asked. */
    public Mono<FieldFigures> figures(LedgerId ledger, Window window, Instant moment) {
        return threads.call(() -> transactions.read(ledger.merchant(), () -> replayed(ledger, window, moment)))
                .flatMap(replayed -> newBuyers(ledger, replayed.replay().firsts(), moment)
                        .map(newBuyers -> new FieldFigures(
                                ledger.field(),
                                replayed.standing(),
                                replayed.replay().figures(newBuyers.orElse(null)))));
    }

    private record Replayed(Standing standing, Replay replay) {}

    private Replayed replayed(LedgerId ledger, Window window, Instant recorded) {
        var moment = moment(ledger, recorded);
        var replay = new Replay(window);
        history.events(ledger, moment, window, replay::add);
        history.orders(ledger, moment, window, replay::add);
        var standing = standingsThen(ledger.merchant(), recorded).getOrDefault(ledger.field(), Standing.START);
        return new Replayed(standing, replay);
    }

    private Moment moment(LedgerId ledger, Instant recorded) {
        return new Moment(recorded, history.position(ledger, recorded).watermark());
    }

    /** The earliest purchase of each of these people as of that moment, if it is no later than the one that is named. */
    public Mono<List<Purchase>> firstPurchases(LedgerId ledger, Collection<Purchase> until, Instant moment) {
        return threads.call(() -> transactions.read(ledger.merchant(), () -> firstsUntil(ledger, until, moment)));
    }

    private List<Purchase> firstsUntil(LedgerId ledger, Collection<Purchase> until, Instant moment) {
        var named = until.stream().map(Purchase::audience).collect(Collectors.toSet());
        var firsts = new HashMap<String, Purchase>();
        history.ordersUntil(
                ledger,
                moment(ledger, moment),
                until,
                order -> order.counted().stream()
                        .filter(line -> line.audience() != null && named.contains(line.audience()))
                        .map(Purchase::of)
                        .forEach(purchase ->
                                firsts.merge(purchase.audience(), purchase, BinaryOperator.minBy(Purchase.EARLIEST))));
        return List.copyOf(firsts.values());
    }

    /** How many of these purchases nobody has an earlier one for; absent when one of the ledgers cannot be asked. */
    private Mono<Optional<BigInteger>> newBuyers(LedgerId ledger, Collection<Purchase> firsts, Instant moment) {
        return Flux.fromIterable(firsts)
                .buffer(PART)
                .concatMap(part -> stillFirst(ledger, part, moment))
                .reduce(0L, (count, part) -> count + part.size())
                .map(count -> Optional.of(BigInteger.valueOf(count)))
                .onErrorResume(failure -> {
                    log.warn("{} as of {} goes without new buyers: {}", ledger, moment, failure.toString());
                    return Mono.just(Optional.empty());
                });
    }

    private Mono<List<Purchase>> stillFirst(LedgerId ledger, List<Purchase> purchases, Instant moment) {
        var left = Mono.just(purchases);
        for (var field : Field.values()) {
            if (kept.contains(field) || others.fields().contains(field)) {
                left = left.flatMap(still -> without(ledger, still, field, moment));
            }
        }
        return left;
    }

    private Mono<List<Purchase>> without(LedgerId ledger, List<Purchase> purchases, Field field, Instant moment) {
        if (purchases.isEmpty()) {
            return Mono.just(purchases);
        }
        var source = new LedgerId(ledger.merchant(), field);
        var asked = kept.contains(field)
                ? firstPurchases(source, purchases, moment)
                : others.firstPurchases(source, purchases, moment);
        return asked.map(firsts -> {
            var byAudience =
                    firsts.stream().collect(Collectors.toMap(Purchase::audience, first -> first, (one, same) -> one));
            return purchases.stream()
                    .filter(purchase ->
                            !isEarlier(byAudience.get(purchase.audience()), field, purchase, ledger.field()))
                    .toList();
        });
    }

    /** Ties: the smaller id, then the stronger field. */
    private static boolean isEarlier(@Nullable Purchase other, Field of, Purchase purchase, Field own) {
        if (other == null) {
            return false;
        }
        int order = Purchase.EARLIEST.compare(other, purchase);
        return order == 0 ? of.compareTo(own) > 0 : order < 0;
    }
}
