package io.factmatrix.ledger.application;

import io.factmatrix.kit.store.MerchantTransactions;
import io.factmatrix.kit.store.StoreThreads;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.decision.Known;
import io.factmatrix.ledger.domain.event.Fact;
import io.factmatrix.ledger.domain.history.Asked;
import io.factmatrix.ledger.domain.history.Correction;
import io.factmatrix.ledger.domain.history.Effect;
import io.factmatrix.ledger.domain.history.Effects;
import io.factmatrix.ledger.domain.history.FirstPurchases;
import io.factmatrix.ledger.domain.history.History;
import io.factmatrix.ledger.domain.history.Moment;
import io.factmatrix.ledger.domain.history.OrderHistory;
import io.factmatrix.ledger.domain.order.Order;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Tells which events changed a day of a ledger's figures that was over when they were recorded, and by how much: from facts, so that the
 * figures of a day as of one moment and the corrections up to another one come to the figures as of that.
 */
public final class Correcting {

    /** Events looked at together. */
    private static final int BLOCK = 500;

    /** Blocks looked through for one answer: where little was corrected it is short of what was asked for, and says where to go on. */
    private static final int BLOCKS = 20;

    private final History history;
    private final Replaying replaying;
    private final MerchantTransactions transactions;
    private final StoreThreads threads;

    public Correcting(History history, Replaying replaying, MerchantTransactions transactions, StoreThreads threads) {
        this.history = history;
        this.replaying = replaying;
        this.transactions = transactions;
        this.threads = threads;
    }

    /**
     * What is asked for.
     *
     * @param after corrections by events behind that moment
     * @param skipped so many corrections of the first of these events were told before
     * @param until by events up to that moment, as of which the merchant's ledgers are sealed and settled
     * @param from the first day that matters, null for all; {@code to} is excluded
     * @param limit of corrections
     */
    public record Request(
            Moment after,
            int skipped,
            Moment until,
            ZoneId zone,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            int limit) {

        private boolean wants(Correction correction) {
            return (from == null || !correction.day().isBefore(from))
                    && (to == null || correction.day().isBefore(to));
        }

        private Request behind(Moment moment, int found) {
            return new Request(moment, 0, until, zone, from, to, limit - found);
        }
    }

    /**
     * Corrections in the order in which the events were recorded.
     *
     * @param next behind which event to go on; null when there are no more
     * @param skip so many corrections of the event behind that one are among these
     */
    public record Page(List<Correction> items, @Nullable Moment next, int skip) {}

    public Mono<Page> corrections(LedgerId ledger, Request request) {
        return corrections(ledger, request, BLOCKS);
    }

    private Mono<Page> corrections(LedgerId ledger, Request request, int blocks) {
        return threads.call(() -> transactions.read(ledger.merchant(), () -> looked(ledger, request)))
                .flatMap(looked -> withNewBuyers(ledger, looked).thenReturn(looked))
                .flatMap(looked -> {
                    var page = page(request, looked);
                    var last = looked.last();
                    if (page.next() != null || last == null) {
                        return Mono.just(page);
                    }
                    return blocks == 1
                            ? Mono.just(new Page(page.items(), last, 0))
                            : corrections(
                                            ledger,
                                            request.behind(last, page.items().size()),
                                            blocks - 1)
                                    .map(rest -> joined(page, rest));
                });
    }

    private static Page joined(Page page, Page rest) {
        var items = new ArrayList<>(page.items());
        items.addAll(rest.items());
        return new Page(items, rest.next(), rest.skip());
    }

    /** An event, what it changed, and whose first purchase may be another one since. */
    private record Step(Fact cause, Effect effect, Set<String> people) {

        private Moment moment() {
            return Moment.of(cause);
        }

        private Asked before(String person) {
            return new Asked(person, moment().before());
        }

        private Asked after(String person) {
            return new Asked(person, moment());
        }
    }

    /**
     * Some events one after the other.
     *
     * @param last where to go on; null when there are no more
     */
    private record Looked(List<Step> steps, @Nullable Moment last) {}

    private Looked looked(LedgerId ledger, Request request) {
        var causes = history.causes(ledger, request.after(), request.until(), BLOCK);
        var effects = new Effects(
                ledger.field(), request.zone(), known(ledger, causes), orders(ledger, causes, request.until()));
        var steps = new ArrayList<Step>();
        for (var cause : causes) {
            var effect = effects.of(cause);
            steps.add(new Step(cause, effect, effects.people(cause, effect)));
        }
        // Fewer than asked for are the last ones.
        return new Looked(
                steps, steps.size() < BLOCK ? null : steps.get(steps.size() - 1).moment());
    }

    private Known known(LedgerId ledger, List<Fact> causes) {
        var own = causes.stream()
                .filter(cause -> cause.event().field() == ledger.field())
                .toList();
        if (own.isEmpty()) {
            return new Known(List.of(), Map.of());
        }
        var events = own.stream()
                .map(Fact::event)
                .filter(event -> Order.Key.of(event).isEmpty())
                .toList();
        var before = history.superseding(ledger, events, own.get(0).watermark() - 1);
        return new Known(before.stream().map(Fact::event).toList(), Map.of());
    }

    private Map<Order.Key, OrderHistory> orders(LedgerId ledger, List<Fact> causes, Moment until) {
        var keys = causes.stream()
                .map(Fact::event)
                .flatMap(event -> Order.Key.of(event).stream())
                .collect(Collectors.toSet());
        var orders = new HashMap<Order.Key, OrderHistory>();
        history.orders(ledger, until, keys, order -> orders.put(order.key(), order));
        return orders;
    }

    private Mono<Void> withNewBuyers(LedgerId ledger, Looked looked) {
        var asked = looked.steps().stream()
                .flatMap(step ->
                        step.people().stream().flatMap(person -> Stream.of(step.before(person), step.after(person))))
                .toList();
        return replaying
                .firstPurchases(ledger.merchant(), asked)
                .doOnNext(firsts -> looked.steps().forEach(step -> addNewBuyers(step, firsts)))
                .then();
    }

    private static void addNewBuyers(Step step, FirstPurchases firsts) {
        for (var person : step.people()) {
            var before = firsts.of(step.before(person));
            var after = firsts.of(step.after(person));
            if (!before.equals(after)) {
                before.ifPresent(first -> step.effect().addNewBuyer(first.field(), first.purchase(), -1));
                after.ifPresent(first -> step.effect().addNewBuyer(first.field(), first.purchase(), 1));
            }
        }
    }

    private static Page page(Request request, Looked looked) {
        var items = new ArrayList<Correction>();
        int skipped = request.skipped();
        for (var step : looked.steps()) {
            var corrections = step.effect().corrections().stream()
                    .filter(request::wants)
                    .skip(skipped)
                    .toList();
            int room = request.limit() - items.size();
            if (corrections.size() > room) {
                items.addAll(corrections.subList(0, room));
                return new Page(items, step.moment().before(), skipped + room);
            }
            items.addAll(corrections);
            skipped = 0;
        }
        return new Page(items, null, 0);
    }
}
