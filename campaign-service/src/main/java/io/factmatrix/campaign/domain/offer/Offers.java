package io.factmatrix.campaign.domain.offer;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.resource.Resources;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The offers of merchants. Who holds one holds how much of it is claimed, too. */
public interface Offers extends Resources<OfferId, Offer> {

    /**
     * At most so many, the newest first.
     *
     * @param before only those made before that one; null for all
     */
    List<Offer> list(MerchantId merchant, OfferFilter filter, @Nullable OfferId before, int limit);

    /** The same offers, each with how much of it is claimed now. */
    List<CountedOffer> counted(MerchantId merchant, List<Offer> offers);
}
