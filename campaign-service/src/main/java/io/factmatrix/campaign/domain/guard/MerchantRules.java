package io.factmatrix.campaign.domain.guard;

import io.factmatrix.kit.merchant.MerchantId;

/** The rules of merchants. In a transaction of the merchant. */
public interface MerchantRules {

    PromiseRules find(MerchantId merchant);

    /** The rules, which nobody else changes until the transaction ends. */
    PromiseRules hold(MerchantId merchant);

    /** To be held before. */
    void replace(MerchantId merchant, PromiseRules rules);
}
