package io.factmatrix.livestream.domain.review;

import org.jspecify.annotations.Nullable;

/**
 * A product that a rundown planned to sell.
 *
 * @param price in minor units of the currency of the review; null when none was said in it
 * @param stock for the session; null when none was said
 */
public record PlannedProduct(
        String product, @Nullable Long price, @Nullable Long stock) {}
