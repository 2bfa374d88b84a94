package io.factmatrix.gateway.application.live;

import java.time.Duration;

/**
 * How often it is looked whether views have changed, and for how many.
 *
 * @param lookEvery between two looks at the ledgers of a merchant that somebody listens to
 * @param mostOfMerchant listeners of one merchant
 * @param most of all merchants
 */
public record LiveBounds(Duration lookEvery, int mostOfMerchant, int most) {}
