package io.factmatrix.gateway.domain.work.rule;

import io.factmatrix.kit.merchant.MerchantId;
import java.time.Instant;
import java.util.List;

/** The rules of merchants. In a transaction of the merchant. */
public interface WorkRules {

    /** All, in the order of their kinds. */
    List<WorkRule> all(MerchantId merchant);

    /** The rule, which nobody else changes until the transaction ends. */
    WorkRule hold(MerchantId merchant, RuleKind kind);

    /** To be held before. */
    void replace(MerchantId merchant, WorkRule rule);

    /** That it was looked at what held at that moment; to be held before. */
    void looked(MerchantId merchant, RuleKind kind, Instant at);

    /** The store's clock. */
    Instant now();
}
