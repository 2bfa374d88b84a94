package io.factmatrix.kol.domain.engagement;

import io.factmatrix.ledger.domain.event.Money;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sold in a slot.
 *
 * @param category in the merchant's words; clauses may name it
 * @param price promised to the KOL's audience
 * @param stock promised, in units; null: none was
 */
public record PromisedProduct(
        String product,
        String category,
        Money price,
        @Nullable Long stock) {

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("product", product);
        members.put("category", category);
        members.put("price", price.members());
        members.put("stock", stock);
        return members;
    }
}
