package io.factmatrix.kol.domain.engagement;

import io.factmatrix.kol.domain.kol.KolId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which engagements are asked for: null filters nothing.
 *
 * @param from those whose slot ends after it
 * @param to those whose slot starts before it
 */
public record EngagementFilter(
        @Nullable KolId kol,
        @Nullable EngagementState state,
        @Nullable String touchpoint,
        @Nullable Instant from,
        @Nullable Instant to) {}
