package io.factmatrix.livestream.domain.gate;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Only these products are offered, or none of them.
 *
 * @param allowed whether only these are, or none of these is
 */
record ProductList(List<String> products, boolean allowed) implements Condition {

    static final String ALLOWED = "allowed-products";
    static final String FORBIDDEN = "forbidden-products";

    /** As many as a body holds. */
    static final int MOST = 2_000;

    static ProductList of(Members members, boolean allowed) throws Refused {
        var products = members.texts("products", MOST);
        if (products.isEmpty()) {
            throw members.invalid("products", "none", "1 to %d products".formatted(MOST));
        }
        return new ProductList(products, allowed);
    }

    @Override
    public List<Finding> findings(Preparation preparation) {
        var findings = new ArrayList<Finding>();
        for (var line : preparation.offers()) {
            var product = String.valueOf(line.content().product());
            if (products.contains(product) != allowed) {
                findings.add(new Finding(
                        line.id(),
                        "product",
                        "product: %s (expected: %s)"
                                .formatted(
                                        product,
                                        allowed ? "one of the allowed products" : "none of the forbidden products"),
                        "Offer another product, or take the line out."));
            }
        }
        return findings;
    }

    @Override
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("kind", allowed ? ALLOWED : FORBIDDEN);
        members.put("products", products);
        return members;
    }
}
