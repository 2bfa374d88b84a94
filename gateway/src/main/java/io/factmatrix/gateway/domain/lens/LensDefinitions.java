package io.factmatrix.gateway.domain.lens;

import io.factmatrix.kit.merchant.MerchantId;

/** What lenses show merchants. In a transaction of the merchant. */
public interface LensDefinitions {

    KeptDefinition find(MerchantId merchant, Lens lens);

    /** The definition, which nobody else changes until the transaction ends. */
    KeptDefinition hold(MerchantId merchant, Lens lens);

    /** To be held before. */
    void replace(MerchantId merchant, KeptDefinition definition);
}
