package io.factmatrix.campaign.application;

import io.factmatrix.campaign.domain.campaign.Campaign;
import io.factmatrix.campaign.domain.campaign.CampaignId;
import io.factmatrix.campaign.domain.claim.Claims;
import io.factmatrix.campaign.domain.offer.CountedOffer;
import io.factmatrix.campaign.domain.offer.Offer;
import io.factmatrix.campaign.domain.offer.OfferFilter;
import io.factmatrix.campaign.domain.offer.OfferId;
import io.factmatrix.campaign.domain.offer.OfferState;
import io.factmatrix.campaign.domain.offer.OfferTerms;
import io.factmatrix.campaign.domain.offer.Offers;
import io.factmatrix.campaign.domain.promise.CampaignPromises;
import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.write.Register;
import io.factmatrix.kit.write.Write;
import io.factmatrix.plan.application.PromiseDesk;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with offers, each inside one transaction of the merchant. Whoever offers something in a campaign holds that campaign. What is open is compared
 * with what all fields promise: {@link PromiseDesk#promise}.
 */
public final class OfferDesk {

    private final Offers offers;
    private final Register<OfferId, Offer> register;
    private final Register<CampaignId, Campaign> campaigns;
    private final Claims claims;
    private final PromiseDesk promises;
    private final NewIds ids;

    public OfferDesk(
            Offers offers,
            Register<OfferId, Offer> register,
            Register<CampaignId, Campaign> campaigns,
            Claims claims,
            PromiseDesk promises,
            NewIds ids) {
        this.offers = offers;
        this.register = register;
        this.campaigns = campaigns;
        this.claims = claims;
        this.promises = promises;
        this.ids = ids;
    }

    /** 404 {@code campaign.unknown}, 409 {@code campaign.over}, {@code offer.outside_campaign}. */
    public CountedOffer draft(Write write, OfferTerms terms) {
        var offer = Offer.drafted(new OfferId(ids.next(write.at())), terms, write.at());
        requireOngoing(write, terms.campaign());
        requireWithin(write, offer);
        return counted(write.merchant(), register.add(write, offer));
    }

    /**
     * The same, and 404 {@code offer.unknown}, 412 {@code revision.mismatch}, 409 {@code offer.begun}, {@code offer.over}, {@code offer.stock_claimed}.
     */
    public CountedOffer change(Write write, OfferId id, OfferTerms terms) {
        var changed = register.change(write, id, "changed", offer -> {
            var other = offer.by(terms, write.at());
            if (!Objects.equals(terms.campaign(), offer.terms().campaign())) {
                requireOngoing(write, terms.campaign());
            }
            if (!other.equals(offer)) {
                requireWithin(write, other);
                other.requireStock(claims.settle(write.merchant(), id));
            }
            promises.promise(write, CampaignPromises.of(offer), CampaignPromises.of(other));
            return other;
        });
        return counted(write.merchant(), changed);
    }

    private void requireOngoing(Write write, @Nullable CampaignId campaign) {
        if (campaign != null) {
            campaigns.hold(write, campaign).requireOngoing();
        }
    }

    private Offer requireWithin(Write write, Offer offer) {
        var campaign = offer.terms().campaign();
        return campaign == null ? offer : offer.requireWithin(campaigns.hold(write, campaign));
    }

    /** 404 {@code offer.unknown}, 412 {@code revision.mismatch}, 409 {@code transition.refused}, and when it is opened {@code offer.outside_campaign}. */
    public CountedOffer move(Write write, OfferId id, OfferState to) {
        var moved = register.change(write, id, "moved", offer -> {
            var other = offer.to(to, write.at());
            if (to == OfferState.OPEN) {
                requireWithin(write, other);
            }
            promises.promise(write, CampaignPromises.of(offer), CampaignPromises.of(other));
            return other;
        });
        return counted(write.merchant(), moved);
    }

    /** 404 {@code offer.unknown}. */
    public CountedOffer find(MerchantId merchant, OfferId id) {
        return counted(merchant, register.find(merchant, id));
    }

    /** At most so many, the newest first, made before that one. */
    public List<CountedOffer> list(MerchantId merchant, OfferFilter filter, @Nullable OfferId before, int limit) {
        return offers.counted(merchant, offers.list(merchant, filter, before, limit));
    }

    private CountedOffer counted(MerchantId merchant, Offer offer) {
        return offers.counted(merchant, List.of(offer)).get(0);
    }
}
