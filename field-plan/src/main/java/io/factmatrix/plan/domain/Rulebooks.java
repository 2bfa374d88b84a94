package io.factmatrix.plan.domain;

import io.factmatrix.kit.merchant.MerchantId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The merchants' rules, where they are kept. In a transaction of the merchant. */
public interface Rulebooks {

    /** Of a service that keeps none. */
    Rulebooks ELSEWHERE = (merchant, products) -> Optional.empty();

    /**
     * Empty where they are kept elsewhere.
     *
     * @param products null: all
     */
    Optional<Rulebook> find(MerchantId merchant, @Nullable List<String> products);
}
