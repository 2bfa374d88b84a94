package io.factmatrix.plan.domain;

import io.factmatrix.ledger.domain.event.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How much of a product is promised as time goes by.
 *
 * @param stock units that there are
 * @param promises each with its units
 */
record StockCourse(String product, long stock, List<Promise> promises) {

    /** A conflict for each stretch of time in which more is promised than there is. */
    List<PromiseConflict> oversold() {
        var changes = new TreeMap<Instant, Long>();
        for (var promise : promises) {
            changes.merge(promise.span().start(), units(promise), StockCourse::plus);
            changes.merge(promise.span().end(), -units(promise), StockCourse::plus);
        }
        var found = new ArrayList<PromiseConflict>();
        Instant since = null;
        long promised = 0;
        long most = 0;
        for (var change : changes.entrySet()) {
            promised = plus(promised, change.getValue());
            if (promised > stock) {
                since = since == null ? change.getKey() : since;
                most = Math.max(most, promised);
            } else if (since != null) {
                found.add(conflict(new Span(since, change.getKey()), most));
                since = null;
                most = 0;
            }
        }
        return found;
    }

    private static long units(Promise promise) {
        return Objects.requireNonNull(promise.stock());
    }

    /** Bounded where it would overflow: all of that is too much. */
    private static long plus(long one, long other) {
        try {
            return Math.addExact(one, other);
        } catch (ArithmeticException tooMuch) {
            return one < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    private PromiseConflict conflict(Span span, long promised) {
        var sides = promises.stream()
                .filter(promise -> promise.span().overlaps(span))
                .sorted(Comparator.comparing((Promise promise) -> promise.span().start())
                        .thenComparing(promise ->
                                Objects.requireNonNullElse(promise.source().id(), "")))
                .toList();
        return new PromiseConflict(
                ConflictKind.STOCK, product, span, sides, null, stock, promised, stake(sides, promised - stock));
    }

    /** What is promised too much, at the lowest of the prices: at least that. */
    private static Stake stake(List<Promise> sides, long excess) {
        var prices = sides.stream().map(Promise::price).filter(Objects::nonNull).toList();
        var currencies = prices.stream().map(Money::currency).distinct().toList();
        if (prices.size() < sides.size()) {
            return Stake.unknown("a price is not known");
        }
        if (currencies.size() > 1) {
            return Stake.unknown("prices in " + String.join(", ", currencies));
        }
        long lowest = prices.stream().mapToLong(Money::minor).min().orElseThrow();
        return Stake.of(lowest, currencies.get(0), excess);
    }
}
