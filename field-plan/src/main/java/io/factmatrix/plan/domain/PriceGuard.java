package io.factmatrix.plan.domain;

import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.event.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what promises contradict. What engagements promise each other is not its affair: their service refuses that itself.
 *
 * @param limits by product
 */
public record PriceGuard(Map<String, Limit> limits) {

    /** By these limits, no product twice. */
    public static PriceGuard by(Collection<Limit> limits) {
        return new PriceGuard(
                limits.stream().collect(Collectors.toUnmodifiableMap(Limit::product, Function.identity())));
    }

    /** All that contradicts among promises that are there. */
    public List<PromiseConflict> among(List<Promise> promises) {
        var bursts = of(PromiseKind.BURST, promises);
        var found = new ArrayList<PromiseConflict>();
        promises.forEach(promise -> floor(promise).ifPresent(found::add));
        found.addAll(broken(promises, promises));
        for (int at = 0; at < bursts.size(); at++) {
            found.addAll(bursts(List.of(bursts.get(at)), bursts.subList(at + 1, bursts.size())));
        }
        found.addAll(oversold(promises));
        return found;
    }

    /**
     * What these contradict, which one write promises.
     *
     * @param beside what is promised besides, nothing of the same sources
     */
    public List<PromiseConflict> of(List<Promise> promises, List<Promise> beside) {
        var found = new ArrayList<PromiseConflict>();
        promises.forEach(promise -> floor(promise).ifPresent(found::add));
        found.addAll(broken(promises, beside));
        found.addAll(broken(beside, promises));
        found.addAll(bursts(of(PromiseKind.BURST, beside), of(PromiseKind.BURST, promises)));
        oversold(Stream.concat(beside.stream(), promises.stream()).toList()).stream()
                .filter(conflict -> conflict.sides().stream().anyMatch(promises::contains))
                .forEach(found::add);
        return found;
    }

    private static List<Promise> of(PromiseKind kind, List<Promise> promises) {
        return promises.stream().filter(promise -> promise.kind() == kind).toList();
    }

    /** A floor in yuan says nothing of dollars: a currency without a floor has none. */
    private Optional<PromiseConflict> floor(Promise promise) {
        var price = promise.price();
        var product = promise.product();
        if (promise.kind() != PromiseKind.GOODS || price == null || product == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(limits.get(product))
                .flatMap(limit -> limit.floor(price.currency()))
                .filter(floor -> price.minor() < floor.minor())
                .map(floor -> new PromiseConflict(
                        ConflictKind.FLOOR,
                        product,
                        promise.span(),
                        List.of(promise),
                        floor,
                        null,
                        null,
                        Stake.of(floor.minor() - price.minor(), price.currency(), promise.stock())));
    }

    /** Which clauses of the first are broken by goods of the second. */
    private static List<PromiseConflict> broken(List<Promise> clauses, List<Promise> promises) {
        var goods = of(PromiseKind.GOODS, promises).stream().collect(Collectors.groupingBy(PriceGuard::product));
        return clauses.stream()
                .filter(promise ->
                        promise.kind() == PromiseKind.PRICE_PROTECTION || promise.kind() == PromiseKind.EXCLUSIVITY)
                .flatMap(clause -> goods.getOrDefault(product(clause), List.of()).stream()
                        .filter(other -> other.source().field() != Field.KOL
                                && clause.span().overlaps(other.span()))
                        .flatMap(other -> broken(clause, other).stream()))
                .toList();
    }

    private static String product(Promise promise) {
        return Objects.requireNonNull(promise.product());
    }

    private static Optional<PromiseConflict> broken(Promise clause, Promise other) {
        if (clause.kind() == PromiseKind.EXCLUSIVITY) {
            var price = other.price();
            return Optional.of(between(
                    ConflictKind.EXCLUSIVITY,
                    clause,
                    other,
                    price == null
                            ? Stake.unknown("the price is not known")
                            : Stake.of(price.minor(), price.currency(), other.stock())));
        }
        var least = clause.price();
        var price = other.price();
        return least == null || price == null ? Optional.empty() : undercut(clause, least, other, price);
    }

    /** What cannot be compared is not known to be kept. */
    private static Optional<PromiseConflict> undercut(Promise clause, Money least, Promise other, Money price) {
        if (!least.currency().equals(price.currency())) {
            var stake = Stake.unknown("prices in %s and %s".formatted(least.currency(), price.currency()));
            return Optional.of(between(ConflictKind.PROTECTION, clause, other, stake));
        }
        if (price.minor() >= least.minor()) {
            return Optional.empty();
        }
        var stake = Stake.of(least.minor() - price.minor(), price.currency(), other.stock());
        return Optional.of(between(ConflictKind.PROTECTION, clause, other, stake));
    }

    private static PromiseConflict between(ConflictKind kind, Promise one, Promise other, Stake stake) {
        return new PromiseConflict(
                kind, one.product(), one.span().shared(other.span()), List.of(one, other), null, null, null, stake);
    }

    private static List<PromiseConflict> bursts(List<Promise> some, List<Promise> others) {
        return some.stream()
                .flatMap(one -> others.stream()
                        .filter(other -> !one.source().is(other.source())
                                && one.span().overlaps(other.span())
                                && haveOneShop(one, other))
                        .map(other -> between(
                                ConflictKind.BURST,
                                one,
                                other,
                                Stake.unknown("what a burst loses to another is not known"))))
                .toList();
    }

    private static boolean haveOneShop(Promise one, Promise other) {
        return one.shop() == null || other.shop() == null || one.shop().equals(other.shop());
    }

    private List<PromiseConflict> oversold(List<Promise> promises) {
        return of(PromiseKind.GOODS, promises).stream()
                .filter(promise -> promise.stock() != null && promise.stock() > 0)
                .collect(Collectors.groupingBy(PriceGuard::product))
                .entrySet()
                .stream()
                .flatMap(product -> Optional.ofNullable(limits.get(product.getKey()))
                        .map(Limit::stock)
                        .map(stock -> new StockCourse(product.getKey(), stock, product.getValue()).oversold())
                        .orElse(List.of())
                        .stream())
                .toList();
    }
}
