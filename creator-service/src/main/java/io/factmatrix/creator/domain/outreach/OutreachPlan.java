package io.factmatrix.creator.domain.outreach;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the merchant says of an outreach.
 *
 * @param owner who sees to it; null for nobody yet
 * @param note for people; null for none
 * @param due by when each state is to be left, of those that have a date
 */
public record OutreachPlan(@Nullable String owner, @Nullable String note, Map<OutreachState, Instant> due) {}
