package io.factmatrix.ledger.store;

import io.factmatrix.ledger.domain.selection.ProductSales;
import io.factmatrix.ledger.domain.selection.RankedProducts;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A product, and its place in each list, counted from 1.
 *
 * @param products how many there are in all
 */
record ProductRank(long products, long top, long bottom, long refunded, ProductSales sales) {

    /** What the lists are, at most so long, of all that are in one. */
    static RankedProducts products(List<ProductRank> ranks, int limit) {
        return ranks.isEmpty()
                ? RankedProducts.NONE
                : new RankedProducts(
                        ranks.get(0).products,
                        list(ranks, ProductRank::top, limit),
                        list(ranks, ProductRank::bottom, limit),
                        list(ranks, ProductRank::refunded, limit).stream()
                                .filter(sales -> sales.refundsOfPeriod().signum() > 0)
                                .toList());
    }

    private static List<ProductSales> list(List<ProductRank> ranks, ToLongFunction<ProductRank> place, int limit) {
        return ranks.stream()
                .filter(rank -> place.applyAsLong(rank) <= limit)
                .sorted(Comparator.comparingLong(place))
                .map(ProductRank::sales)
                .toList();
    }
}
