package io.factmatrix.campaign.domain.claim;

import org.jspecify.annotations.Nullable;

/** Which claims are asked for: null filters nothing. */
public record ClaimFilter(@Nullable String buyer, @Nullable ClaimState state) {}
