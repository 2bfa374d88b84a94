package io.factmatrix.campaign.domain.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which campaigns are asked for: null filters nothing.
 *
 * @param from those whose last phase ends after it
 * @param to those whose first phase starts before it
 */
public record CampaignFilter(
        @Nullable CampaignKind kind,
        @Nullable CampaignState state,
        @Nullable Instant from,
        @Nullable Instant to) {}
