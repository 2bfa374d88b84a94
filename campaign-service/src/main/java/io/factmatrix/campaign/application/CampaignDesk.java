package io.factmatrix.campaign.application;

import io.factmatrix.campaign.domain.campaign.Campaign;
import io.factmatrix.campaign.domain.campaign.CampaignFilter;
import io.factmatrix.campaign.domain.campaign.CampaignId;
import io.factmatrix.campaign.domain.campaign.CampaignPlan;
import io.factmatrix.campaign.domain.campaign.CampaignState;
import io.factmatrix.campaign.domain.campaign.Campaigns;
import io.factmatrix.campaign.domain.offer.OfferFilter;
import io.factmatrix.campaign.domain.offer.OfferState;
import io.factmatrix.campaign.domain.offer.Offers;
import io.factmatrix.campaign.domain.promise.CampaignPromises;
import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.write.Register;
import io.factmatrix.kit.write.Write;
import io.factmatrix.plan.application.PromiseDesk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done with campaigns, each inside one transaction of the merchant. Bursts are compared: {@link PromiseDesk#promise}. */
public final class CampaignDesk {

    private final Campaigns campaigns;
    private final Register<CampaignId, Campaign> register;
    private final Offers offers;
    private final PromiseDesk promises;
    private final NewIds ids;

    public CampaignDesk(
            Campaigns campaigns,
            Register<CampaignId, Campaign> register,
            Offers offers,
            PromiseDesk promises,
            NewIds ids) {
        this.campaigns = campaigns;
        this.register = register;
        this.offers = offers;
        this.promises = promises;
        this.ids = ids;
    }

    /** 409 {@code touchpoint.taken}. */
    public Campaign draft(Write write, CampaignPlan plan) {
        return register.add(write, Campaign.drafted(new CampaignId(ids.next(write.at())), plan, write.at()));
    }

    /**
     * The same, and 404 {@code campaign.unknown}, 412 {@code revision.mismatch}, 409 {@code campaign.begun}, {@code campaign.over}, {@code
     * campaign.incomplete}, {@code offer.outside_campaign}: offers that are open stay in it, and no other is opened while it is held.
     */
    public Campaign change(Write write, CampaignId id, CampaignPlan plan) {
        return register.change(write, id, "changed", campaign -> {
            var changed = campaign.by(plan, write.at());
            offers.list(write.merchant(), new OfferFilter(null, id, OfferState.OPEN), null, Integer.MAX_VALUE)
                    .forEach(offer -> offer.requireRoomIn(changed));
            return promised(write, campaign, changed);
        });
    }

    /** 404 {@code campaign.unknown}, 412 {@code revision.mismatch}, 409 {@code transition.refused}, {@code campaign.incomplete}. */
    public Campaign move(Write write, CampaignId id, CampaignState to) {
        return register.change(write, id, "moved", campaign -> promised(write, campaign, campaign.to(to, write.at())));
    }

    private Campaign promised(Write write, Campaign before, Campaign after) {
        promises.promise(write, CampaignPromises.of(before), CampaignPromises.of(after));
        return after;
    }

    /** 404 {@code campaign.unknown}. */
    public Campaign find(MerchantId merchant, CampaignId id) {
        return register.find(merchant, id);
    }

    /** At most so many, the newest first, made before that one. */
    public List<Campaign> list(MerchantId merchant, CampaignFilter filter, @Nullable CampaignId before, int limit) {
        return campaigns.list(merchant, filter, before, limit);
    }
}
