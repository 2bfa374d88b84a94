package io.factmatrix.kit.resource;

import io.factmatrix.kit.merchant.MerchantId;
import java.util.Optional;

/** The resources of one kind. To be used inside a transaction of the merchant. */
public interface Resources<I extends Id, T extends Resource<I>> {

    Optional<T> find(MerchantId merchant, I id);

    /** The resource, which nobody else changes until the transaction ends. */
    Optional<T> hold(MerchantId merchant, I id);

    void add(MerchantId merchant, T resource);

    /** In the place of what it was; to be held before. */
    void replace(MerchantId merchant, T resource);
}
