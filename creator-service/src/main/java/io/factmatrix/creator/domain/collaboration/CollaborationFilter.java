package io.factmatrix.creator.domain.collaboration;

import org.jspecify.annotations.Nullable;

/** Which collaborations are asked for: null filters nothing. */
public record CollaborationFilter(
        @Nullable CollaborationKind kind, @Nullable CollaborationState state) {}
