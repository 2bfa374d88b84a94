package io.factmatrix.campaign.application;

import io.factmatrix.campaign.domain.campaign.Campaign;
import io.factmatrix.campaign.domain.campaign.CampaignId;
import io.factmatrix.campaign.domain.pacing.Pacing;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.write.Register;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldSums;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.Window;
import io.factmatrix.ledger.domain.settlement.Standing;
import java.time.Instant;
import java.util.Set;

/** How campaigns come on: of one moment of the ledger, inside one transaction of the merchant. */
public final class PacingDesk {

    private final Register<CampaignId, Campaign> campaigns;
    private final FieldSums sums;

    public PacingDesk(Register<CampaignId, Campaign> campaigns, FieldSums sums) {
        this.campaigns = campaigns;
        this.sums = sums;
    }

    /** 404 {@code campaign.unknown}, 409 {@code campaign.incomplete}. */
    public Pacing pacing(MerchantId merchant, CampaignId id, Instant at) {
        var campaign = campaigns.find(merchant, id);
        var span = Pacing.span(campaign, at);
        var standing = sums.standings(merchant, Set.of(Field.CAMPAIGN)).getOrDefault(Field.CAMPAIGN, Standing.START);
        return new Pacing(campaign, span, figures(merchant, campaign, span), standing);
    }

    private Figures figures(MerchantId merchant, Campaign campaign, Pacing.Span span) {
        if (span.isEmpty()) {
            return Figures.NONE;
        }
        var ledger = new LedgerId(merchant, Field.CAMPAIGN);
        var currency = campaign.plan().currency();
        return campaign.plan().pages().stream()
                .map(page -> sums.figures(
                        ledger, new Window(span.from(), span.to(), currency, page.shop(), null, page.touchpoint())))
                .reduce(Figures.NONE, Figures::plus);
    }
}
