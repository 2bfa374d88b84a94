package io.factmatrix.kol.domain.engagement;

import io.factmatrix.plan.domain.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the merchant binds itself to with a signature, against every engagement whose slot reaches into a time.
 *
 * @param categories of exclusivity only
 * @param products of price protection such as are promised in the same engagement, whose price is the floor
 * @param span when it holds
 */
public record Clause(ClauseKind kind, List<String> categories, List<String> products, Span span) {

    public Clause {
        categories = List.copyOf(categories);
        products = List.copyOf(products);
    }

    /** Whether it names that product, or its category in whatever case. */
    public boolean names(PromisedProduct promised) {
        return products.contains(promised.product())
                || categories.stream()
                        .anyMatch(category -> category.strip()
                                .equalsIgnoreCase(promised.category().strip()));
    }

    /** By the names of the API. */
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("kind", kind.word());
        members.put("categories", categories);
        members.put("products", products);
        members.put("from", span.start().toString());
        members.put("to", span.end().toString());
        return members;
    }
}
