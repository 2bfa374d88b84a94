package io.factmatrix.creator.domain.marginal;

import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.creator.domain.creator.Tier;
import java.time.Instant;
import java.util.List;

/**
 * A creator with content.
 *
 * @param since when content of the creator was linked for the first time
 * @param touchpoints all of the content, at least one piece
 */
public record LinkedCreator(CreatorId id, Tier tier, Instant since, List<String> touchpoints) {}
