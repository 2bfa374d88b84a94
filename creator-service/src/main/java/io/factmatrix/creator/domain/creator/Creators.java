package io.factmatrix.creator.domain.creator;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.resource.Resources;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The creators of merchants. */
public interface Creators extends Resources<CreatorId, Creator> {

    /** At most so many, the newest first, made before that one; null for all. */
    List<Creator> list(MerchantId merchant, CreatorFilter filter, @Nullable CreatorId before, int limit);

    /**
     * At most so many of those that are active, the oldest first.
     *
     * @param after only those made after that one; null for all
     */
    List<Creator> active(MerchantId merchant, @Nullable CreatorId after, int limit);

    /**
     * Until the transaction ends nobody else gives a creator of the merchant an account: whoever wants to know whether one is free holds the directory,
     * and does so before any creator.
     */
    void holdDirectory(MerchantId merchant);

    /** Those who have one of these accounts, whom nobody else changes until the transaction ends. */
    List<Creator> holdAll(MerchantId merchant, Collection<Account> accounts);
}
