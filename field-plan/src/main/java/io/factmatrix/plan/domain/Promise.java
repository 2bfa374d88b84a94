package io.factmatrix.plan.domain;

import io.factmatrix.ledger.domain.event.Money;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is promised.
 *
 * @param touchpoint where it is kept; null where there is none yet
 * @param shop null: any
 * @param product null of a burst alone
 * @param price of a unit; of protection the lowest that others may promise; null where it is not known, or nothing is sold
 * @param stock units; null where nobody said how many
 * @param span when it holds
 */
public record Promise(
        PromiseKind kind,
        Source source,
        @Nullable String touchpoint,
        @Nullable String shop,
        @Nullable String product,
        @Nullable Money price,
        @Nullable Long stock,
        Span span) {

    /** The same, of a source that has no id yet. */
    public Promise unnamed() {
        return new Promise(kind, source.unnamed(), touchpoint, shop, product, price, stock, span);
    }

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("kind", kind);
        members.putAll(source.members());
        members.put("touchpoint", touchpoint);
        members.put("shop", shop);
        members.put("product", product);
        members.put("price", price == null ? null : price.members());
        members.put("stock", stock);
        members.put("start", span.start());
        members.put("end", span.end());
        return members;
    }
}
