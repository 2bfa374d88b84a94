package io.factmatrix.creator.domain.settlement;

import java.time.Instant;

/**
 * What a statement came to when it was closed.
 *
 * @param watermark of the creator ledger, all of which up to there is in it
 */
public record Closing(Instant at, long watermark, Totals totals) {}
