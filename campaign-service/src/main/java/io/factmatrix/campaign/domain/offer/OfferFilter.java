package io.factmatrix.campaign.domain.offer;

import io.factmatrix.campaign.domain.campaign.CampaignId;
import org.jspecify.annotations.Nullable;

/** Which offers are asked for: null filters nothing. */
public record OfferFilter(
        @Nullable String product,
        @Nullable CampaignId campaign,
        @Nullable OfferState state) {}
