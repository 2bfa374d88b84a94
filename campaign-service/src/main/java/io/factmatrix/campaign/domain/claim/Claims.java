package io.factmatrix.campaign.domain.claim;

import io.factmatrix.campaign.domain.offer.OfferId;
import io.factmatrix.campaign.domain.offer.Tally;
import io.factmatrix.kit.merchant.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The claims of offers. To be used inside a transaction of the merchant; what writes, while the offer is held. */
public interface Claims {

    /** The database's clock, in whole milliseconds; not when the transaction began. */
    Instant now();

    /** As it was written: held even when its time is over. */
    Optional<Claim> find(MerchantId merchant, OfferId offer, ClaimId claim);

    /** How the offer stands for that buyer. */
    Standing standing(MerchantId merchant, OfferId offer, ClaimId claim, String buyer);

    /** Adds it to what is claimed; what was held for too long then is no more. */
    void add(MerchantId merchant, Claim claim);

    /** In the place of what it was; its units are added to, or taken from, what is claimed and confirmed. */
    void replace(MerchantId merchant, Claim before, Claim after);

    /** What is claimed, when what was held for too long is taken out of it. */
    Tally settle(MerchantId merchant, OfferId offer);

    /**
     * At most so many, the newest first.
     *
     * @param before only those of a smaller number
     */
    List<Claim> list(MerchantId merchant, OfferId offer, ClaimFilter filter, long before, Instant now, int limit);
}
