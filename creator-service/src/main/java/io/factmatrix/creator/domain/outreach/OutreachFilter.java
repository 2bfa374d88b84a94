package io.factmatrix.creator.domain.outreach;

import io.factmatrix.creator.domain.creator.CreatorId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which outreaches are asked for: null filters nothing.
 *
 * @param dueBefore only those whose state was to be left before that
 */
public record OutreachFilter(
        @Nullable CreatorId creator,
        @Nullable OutreachState state,
        @Nullable String owner,
        @Nullable Instant dueBefore) {}
