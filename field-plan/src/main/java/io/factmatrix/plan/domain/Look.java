package io.factmatrix.plan.domain;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which promises are asked for.
 *
 * @param products goods and clauses of these; null: of every product
 * @param span those that hold at some time of it; null: whenever
 * @param bursts whether bursts are asked for, too
 */
public record Look(
        @Nullable List<String> products, @Nullable Span span, boolean bursts) {

    /** Everything. */
    public static final Look ALL = new Look(null, null, true);

    /** Whatever could be in the way of these, of which there is at least one. */
    public static Look around(Collection<Promise> promises) {
        return new Look(
                promises.stream()
                        .map(Promise::product)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                promises.stream().map(Promise::span).reduce(Span::hull).orElseThrow(),
                promises.stream().anyMatch(promise -> promise.kind() == PromiseKind.BURST));
    }

    public boolean covers(Promise promise) {
        var product = promise.product();
        return (span == null || span.overlaps(promise.span()))
                && (product == null ? bursts : products == null || products.contains(product));
    }
}
