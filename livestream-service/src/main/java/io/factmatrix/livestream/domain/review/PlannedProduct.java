package io.factmatrix.livestream.domain.review;

import org.jspecify.annotations.Nullable;

/**
 * A product that a rundown planned to sell.
 *
 * @param price in minor units of the currency of the review
 * @param stock for the session; null when none was said
 */
public record PlannedProduct(
        String product, long price, @Nullable Long stock) {}
