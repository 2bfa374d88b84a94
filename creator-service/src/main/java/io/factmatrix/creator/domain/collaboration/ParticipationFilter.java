package io.factmatrix.creator.domain.collaboration;

import io.factmatrix.creator.domain.creator.CreatorId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which participations are asked for: null filters nothing.
 *
 * @param sampleBefore only those whose sample was to be received before that, and was not
 * @param contentBefore only those whose content was to be linked before that, and was not
 */
public record ParticipationFilter(
        @Nullable CollaborationId collaboration,
        @Nullable CreatorId creator,
        @Nullable Instant sampleBefore,
        @Nullable Instant contentBefore) {}
