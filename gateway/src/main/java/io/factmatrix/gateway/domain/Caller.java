package io.factmatrix.gateway.domain;

import io.factmatrix.kit.merchant.MerchantId;

/**
 * Whose request is passed on.
 *
 * @param authorization the header that proves it, for the services to check again
 */
public record Caller(MerchantId merchant, String authorization) {

    @Override
    public String toString() {
        return merchant.value();
    }
}
