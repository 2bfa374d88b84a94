package io.factmatrix.gateway.domain.webhook;

import io.factmatrix.kit.merchant.MerchantId;

/**
 * An endpoint's turn to be sent something, taken.
 *
 * @param token tells who took it: whoever comes back after another took it over has lost it
 */
public record EndpointRound(MerchantId merchant, EndpointId endpoint, String token) {}
