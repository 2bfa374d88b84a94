package io.factmatrix.campaign.domain.promise;

import io.factmatrix.campaign.domain.campaign.Campaign;
import io.factmatrix.campaign.domain.campaign.CampaignState;
import io.factmatrix.campaign.domain.campaign.Phase;
import io.factmatrix.campaign.domain.campaign.PhaseName;
import io.factmatrix.campaign.domain.offer.Offer;
import io.factmatrix.campaign.domain.offer.OfferState;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.plan.domain.Promise;
import io.factmatrix.plan.domain.PromiseKind;
import io.factmatrix.plan.domain.Source;
import io.factmatrix.plan.domain.SourceKind;
import io.factmatrix.plan.domain.Span;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An offer promises its product from its opening to its close; a campaign its burst, from when it is scheduled until it has ended. */
public final class CampaignPromises {

    private CampaignPromises() {}

    public static List<Promise> of(Offer offer) {
        var terms = offer.terms();
        var campaign = terms.campaign();
        return offer.state() == OfferState.OPEN
                ? List.of(new Promise(
                        PromiseKind.GOODS,
                        new Source(
                                Field.CAMPAIGN,
                                SourceKind.OFFER,
                                offer.id().value(),
                                campaign == null ? null : campaign.value()),
                        null,
                        null,
                        terms.product(),
                        terms.price(),
                        terms.stock(),
                        new Span(terms.start(), terms.end())))
                : List.of();
    }

    /** One for each shop whose traffic it has; one for all where it has all. */
    public static List<Promise> of(Campaign campaign) {
        return campaign.state() == CampaignState.SCHEDULED || campaign.state() == CampaignState.RUNNING
                ? campaign.plan().phase(PhaseName.BURST).stream()
                        .flatMap(burst -> bursts(campaign, burst))
                        .toList()
                : List.of();
    }

    private static Stream<Promise> bursts(Campaign campaign, Phase burst) {
        var shops = campaign.plan().scope().shops();
        return shops.isEmpty()
                ? Stream.of(burst(campaign, burst, null))
                : shops.stream().map(shop -> burst(campaign, burst, shop));
    }

    private static Promise burst(Campaign campaign, Phase burst, @Nullable String shop) {
        return new Promise(
                PromiseKind.BURST,
                new Source(Field.CAMPAIGN, SourceKind.CAMPAIGN, campaign.id().value(), null),
                null,
                shop,
                null,
                null,
                null,
                new Span(burst.start(), burst.end()));
    }
}
