package io.factmatrix.campaign.domain.claim;

import org.jspecify.annotations.Nullable;

/**
 * What is claimed.
 *
 * @param buyer as the merchant calls him
 * @param quantity units, at least one
 * @param order as the merchant calls it, where there is one already
 */
public record Wanted(String buyer, long quantity, @Nullable String order) {}
