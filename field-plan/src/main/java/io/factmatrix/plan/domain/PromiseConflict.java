package io.factmatrix.plan.domain;

import io.factmatrix.ledger.domain.event.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Promises that contradict each other, or a limit.
 *
 * @param product null of bursts
 * @param span when they do
 * @param sides of {@link ConflictKind#PROTECTION} and {@link ConflictKind#EXCLUSIVITY} first the KOL's, of the others in the order of their times
 * @param floor that a price is below; null of the other kinds
 * @param stock units that there are; null of the other kinds
 * @param promised units, at the worst moment; null of the other kinds
 */
public record PromiseConflict(
        ConflictKind kind,
        @Nullable String product,
        Span span,
        List<Promise> sides,
        @Nullable Money floor,
        @Nullable Long stock,
        @Nullable Long promised,
        Stake stake) {

    /** Of stock that is promised by hundreds of lines nobody reads all. */
    private static final int SHOWN = 20;

    public PromiseConflict {
        sides = List.copyOf(sides);
    }

    /** The same for the same conflict, whenever it is found; in their order conflicts are listed. */
    public String key() {
        return "%s %s %s %s"
                .formatted(
                        kind.word(),
                        Objects.requireNonNullElse(product, ""),
                        span.start(),
                        sides.stream()
                                .limit(2)
                                .map(side -> side.source().id() + "/" + side.shop())
                                .collect(Collectors.joining(" ")));
    }

    /** What is wrong with what is written, and what was expected. */
    String detail() {
        var what = sides.get(sides.size() - 1);
        return switch (kind) {
            case FLOOR ->
                "price: %s of %s (expected: at least %s, the floor of %s)"
                        .formatted(shown(what.price()), what.source(), shown(floor), product);
            case PROTECTION ->
                "price: %s of %s, for %s (expected: at least %s, which %s protects from %s)"
                        .formatted(
                                shown(what.price()),
                                what.source(),
                                product,
                                shown(sides.get(0).price()),
                                sides.get(0).source(),
                                sides.get(0).span());
            case EXCLUSIVITY ->
                "product: %s of %s (expected: another one, since %s has it alone from %s)"
                        .formatted(
                                product,
                                what.source(),
                                sides.get(0).source(),
                                sides.get(0).span());
            case STOCK ->
                "stock: %d of %s promised from %s (expected: at most %d; promised by %s)"
                        .formatted(
                                promised,
                                product,
                                span,
                                stock,
                                sides.stream()
                                        .limit(SHOWN)
                                        .map(side -> side.source().toString())
                                        .collect(Collectors.joining(", ")));
            case BURST ->
                "burst: %s and %s from %s (expected: one at a time)"
                        .formatted(sides.get(0).source(), what.source(), span);
        };
    }

    private static String shown(@Nullable Money money) {
        return money == null ? "unknown" : money.decimal() + " " + money.currency();
    }

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var money = stake.money();
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("kind", kind.code());
        members.put("product", product);
        members.put("start", span.start());
        members.put("end", span.end());
        members.put("sides", sides.stream().limit(SHOWN).map(Promise::members).toList());
        members.put("sideCount", sides.size());
        members.put("floor", floor == null ? null : floor.members());
        members.put("stock", stock);
        members.put("promised", promised);
        members.put("atStake", money == null ? null : money.members());
        members.put("atStakeUnknown", stake.unknown());
        members.put("department", kind.department());
        return members;
    }
}
