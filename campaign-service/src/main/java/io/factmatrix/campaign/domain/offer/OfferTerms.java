package io.factmatrix.campaign.domain.offer;

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
        @Nullable CampaignId campaign) {}
