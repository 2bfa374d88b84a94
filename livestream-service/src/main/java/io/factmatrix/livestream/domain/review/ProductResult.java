package io.factmatrix.livestream.domain.review;

import io.factmatrix.ledger.domain.touchpoint.ProductSums;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a product in a session. That nothing was sold is known, since orders are: then sums are 0, and not unknown.
 *
 * @param planned what was planned of it; null when it was sold without being planned
 */
public record ProductResult(String product, @Nullable PlannedProduct planned, ProductSums sold, String currency) {

    private static final Comparator<ProductResult> BEST_FIRST = Comparator.comparing(
                    (ProductResult result) -> result.sold.gmv())
            .reversed()
            .thenComparing(ProductResult::product);

    /**
     * Those that were planned, in that order, then those that were not and yet sold or refunded, by GMV.
     *
     * @throws IllegalArgumentException if a product is planned twice: what was sold of it is known once only
     */
    public static List<ProductResult> of(List<PlannedProduct> planned, Map<String, ProductSums> sold, String currency) {
        var others = new HashMap<>(sold);
        var plans = new LinkedHashMap<String, PlannedProduct>();
        for (var plan : planned) {
            if (plans.put(plan.product(), plan) != null) {
                throw new IllegalArgumentException(
                        "product: %s, twice (expected: each product once)".formatted(plan.product()));
            }
        }
        var results = new ArrayList<ProductResult>();
        plans.forEach((product, plan) -> {
            var sums = others.remove(product);
            results.add(new ProductResult(product, plan, sums == null ? ProductSums.NONE : sums, currency));
        });
        others.entrySet().stream()
                .map(other -> new ProductResult(other.getKey(), null, other.getValue(), currency))
                .sorted(BEST_FIRST)
                .forEach(results::add);
        return results;
    }

    /** As the API calls them: {@code sellThrough} is units / stock, {@code averagePaidPrice} is gmv / units. */
    public Map<String, @Nullable Object> members() {
        var in = Amounts.in(currency);
        var price = planned == null ? null : planned.price();
        var stock = planned == null ? null : planned.stock();
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("product", product);
        members.put("planned", planned != null);
        members.put("plannedPrice", price == null ? null : in.money(BigInteger.valueOf(price)));
        members.put("stock", stock);
        members.put("units", sold.units());
        members.put("gmv", in.money(sold.gmv()));
        members.put("orders", sold.orders());
        members.put("refunds", in.money(sold.refunds()));
        members.put("sellThrough", stock == null ? null : Amounts.ratio(sold.units(), BigInteger.valueOf(stock)));
        members.put("averagePaidPrice", in.moneyEach(sold.gmv(), sold.units()));
        return members;
    }
}
