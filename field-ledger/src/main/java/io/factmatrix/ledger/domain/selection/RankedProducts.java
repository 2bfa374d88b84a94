package io.factmatrix.ledger.domain.selection;

import java.util.List;

/**
 * The products of a window at both ends; of equal ones the first by name, as bytes.
 *
 * @param count how many had anything sold or refunded
 * @param top those with the greatest GMV, the greatest first
 * @param bottom those with the least, the least first
 * @param mostRefunded those of whose sales most money was refunded, the most first; none of which nothing was
 */
public record RankedProducts(
        long count, List<ProductSales> top, List<ProductSales> bottom, List<ProductSales> mostRefunded) {

    /** Nothing was sold. */
    public static final RankedProducts NONE = new RankedProducts(0, List.of(), List.of(), List.of());
}
