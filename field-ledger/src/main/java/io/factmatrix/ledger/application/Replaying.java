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
import io.factmatrix.ledger.domain.history.Asked;
import io.factmatrix.ledger.domain.history.FirstPurchases;
import io.factmatrix.ledger.domain.history.FirstPurchases.First;
import io.factmatrix.ledger.domain.history.History;
import io.factmatrix.ledger.domain.history.Moment;
import io.factmatrix.ledger.domain.history.OrderHistory;
import io.factmatrix.ledger.domain.history.Purchase;
import io.factmatrix.ledger.domain.history.Replay;
import io.factmatrix.ledger.domain.settlement.Standing;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** People asked for at a time: with the longest ids no more than a service reads of a body at once, 256 KiB. */
    public static final int PART = 1_000;

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
                        threads.call(() -> transactions.read(merchant, () -> standingsThen(merchant, kept, moment))));
    }

    private boolean isSealed(MerchantId merchant, Instant moment) {
        return kept.stream()
                .allMatch(field ->
                        transactions.write(merchant, () -> ledgers.seal(new LedgerId(merchant, field), moment)));
    }

    private Map<Field, Standing> standingsThen(MerchantId merchant, Set<Field> fields, Instant moment) {
        var then = new EnumMap<Field, Standing>(Field.class);
        sums.standings(merchant, fields)
                .forEach((field, now) ->
                        then.put(field, now.at(history.position(new LedgerId(merchant, field), moment))));
        return then;
    }

    /** The figures of a window as of that moment; without new buyers when another ledger cannot be asked. */
    public Mono<FieldFigures> figures(LedgerId ledger, Window window, Instant moment) {
        return threads.call(() -> transactions.read(ledger.merchant(), () -> replayed(ledger, window, moment)))
                .flatMap(replayed -> newBuyers(ledger, replayed.replay().firsts(), Moment.of(moment))
                        .map(newBuyers -> new FieldFigures(
                                ledger.field(),
                                replayed.standing(),
                                replayed.replay().figures(newBuyers.orElse(null)))));
    }

    private record Replayed(Standing standing, Replay replay) {}

    private Replayed replayed(LedgerId ledger, Window window, Instant recorded) {
        var moment = Moment.of(recorded);
        var replay = new Replay(window);
        history.events(ledger, moment, window, replay::add);
        history.orders(ledger, moment, window, order -> replay.add(order.at(moment)));
        var field = ledger.field();
        var standings = standingsThen(ledger.merchant(), Set.of(field), recorded);
        return new Replayed(standings.getOrDefault(field, Standing.START), replay);
    }

    /** How many of these purchases were the first ones of their people; absent when one of the ledgers cannot be asked. */
    private Mono<Optional<BigInteger>> newBuyers(LedgerId ledger, Collection<Purchase> purchases, Moment moment) {
        return Flux.fromIterable(purchases)
                .buffer(PART)
                .concatMap(part -> first(ledger, part, moment))
                .reduce(0L, Long::sum)
                .map(count -> Optional.of(BigInteger.valueOf(count)))
                .onErrorResume(failure -> {
                    log.warn("{} as of {} goes without new buyers: {}", ledger, moment, failure.toString());
                    return Mono.just(Optional.empty());
                });
    }

    private Mono<Long> first(LedgerId ledger, List<Purchase> purchases, Moment moment) {
        var asked = purchases.stream()
                .map(purchase -> new Asked(purchase.audience(), moment))
                .toList();
        return firstPurchases(ledger.merchant(), asked)
                .map(firsts -> purchases.stream()
                        .filter(purchase -> firsts.of(new Asked(purchase.audience(), moment))
                                .filter(new First(ledger.field(), purchase)::equals)
                                .isPresent())
                        .count());
    }

    /** The first purchases with the merchant, in whatever field; fails when one of the ledgers cannot be asked. */
    Mono<FirstPurchases> firstPurchases(MerchantId merchant, List<Asked> asked) {
        var firsts = new FirstPurchases();
        return Flux.fromIterable(asked)
                .buffer(PART)
                .concatMap(part -> Flux.fromArray(Field.values())
                        .filter(field -> kept.contains(field) || others.fields().contains(field))
                        .concatMap(field -> firstPurchases(new LedgerId(merchant, field), part)
                                .doOnNext(answers -> firsts.add(field, part, answers))))
                .then(Mono.just(firsts));
    }

    /** The first purchases in one field, in the order in which they are asked for. */
    public Mono<List<Optional<Purchase>>> firstPurchases(LedgerId ledger, List<Asked> asked) {
        return kept.contains(ledger.field())
                ? threads.call(() -> transactions.read(ledger.merchant(), () -> firstsOf(ledger, asked)))
                : others.firstPurchases(ledger, asked);
    }

    private List<Optional<Purchase>> firstsOf(LedgerId ledger, List<Asked> asked) {
        var last = asked.stream().map(Asked::moment).max(Comparator.naturalOrder());
        if (last.isEmpty()) {
            return List.of();
        }
        var people = asked.stream().map(Asked::audience).collect(Collectors.toSet());
        var orders = new HashMap<String, List<OrderHistory>>();
        history.ordersOf(
                ledger,
                last.get(),
                people,
                order -> order.people()
                        .forEach(person -> orders.computeIfAbsent(person, nobody -> new ArrayList<>())
                                .add(order)));
        return asked.stream()
                .map(each -> first(each, orders.getOrDefault(each.audience(), List.of())))
                .toList();
    }

    private static Optional<Purchase> first(Asked asked, List<OrderHistory> orders) {
        return orders.stream()
                .flatMap(order -> order.at(asked.moment()).counted().stream())
                .filter(line -> asked.audience().equals(line.audience()))
                .map(Purchase::of)
                .min(Purchase.EARLIEST);
    }
}
