package io.factmatrix.creator.domain.creator;

import org.jspecify.annotations.Nullable;

/** Which creators are asked for: null filters nothing. */
public record CreatorFilter(
        @Nullable Tier tier,
        @Nullable String category,
        @Nullable Platform platform,
        @Nullable CreatorState state) {}
