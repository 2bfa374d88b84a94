package io.factmatrix.campaign.domain.offer;

import io.factmatrix.campaign.domain.campaign.Campaign;
import io.factmatrix.campaign.domain.campaign.CampaignId;
import io.factmatrix.ledger.domain.event.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the merchant says of an offer.
 *
 * @param price of one unit
 * @param listPrice of one unit without the offer, in the same currency
 * @param stock units, of which never more are promised
 * @param capPerBuyer units that one buyer gets at most
 * @param end excluded
 * @param campaign null: of none
 */
public record OfferTerms(
        String product,
        Money price,
        @Nullable Money listPrice,
        long stock,
        long capPerBuyer,
        Instant start,
        Instant end,
        @Nullable CampaignId campaign) {

    /**
     * What of an offer does not fit its campaign.
     *
     * @param member by the names of the API
     */
    record Misfit(String member, Object value, String expected) {}

    /**
     * The first of these that does not fit: an offer lies in the time of its campaign, and is of its products when the campaign names some; null when all fits.
     * A campaign without phases has no time yet.
     */
    @Nullable Misfit misfit(Campaign of) {
        var plan = of.plan();
        var phases = plan.phases();
        if (!phases.isEmpty()) {
            var first = phases.get(0).start();
            var last = phases.get(phases.size() - 1).end();
            if (start.isBefore(first)) {
                return new Misfit("start", start, "not before %s, when campaign %s begins".formatted(first, of.id()));
            }
            if (end.isAfter(last)) {
                return new Misfit("end", end, "not after %s, when campaign %s ends".formatted(last, of.id()));
            }
        }
        var products = plan.scope().products();
        return products.isEmpty() || products.contains(product)
                ? null
                : new Misfit(
                        "product",
                        product,
                        "one of the %d products of campaign %s".formatted(products.size(), of.id()));
    }
}
