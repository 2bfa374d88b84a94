package io.factmatrix.campaign.domain.offer;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.resource.Resources;
import io.factmatrix.plan.domain.Span;
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

    /**
     * At most so many, in the order of their ids.
     *
     * @param state null: any
     * @param products null: of any
     * @param span those whose time meets it; null: any
     * @param from the id of the first; empty for all
     */
    List<Offer> planned(
            MerchantId merchant,
            @Nullable OfferState state,
            @Nullable List<String> products,
            @Nullable Span span,
            String from,
            int limit);

    /** The same offers, each with how much of it is claimed now. */
    List<CountedOffer> counted(MerchantId merchant, List<Offer> offers);
}
