package io.factmatrix.gateway.domain.round;

import io.factmatrix.kit.merchant.MerchantId;

/**
 * A merchant's turn in a task, taken.
 *
 * @param token tells who took it: whoever comes back after another took it over has lost it
 */
public record Round(String task, MerchantId merchant, String token) {}
