package io.factmatrix.campaign.domain.campaign;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.resource.Resources;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The campaigns of merchants. {@link #add} and {@link #replace} refuse a page that another one has: 409 {@code touchpoint.taken}. */
public interface Campaigns extends Resources<CampaignId, Campaign> {

    /**
     * At most so many, the newest first.
     *
     * @param before only those made before that one; null for all
     */
    List<Campaign> list(MerchantId merchant, CampaignFilter filter, @Nullable CampaignId before, int limit);
}
