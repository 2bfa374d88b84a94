package io.factmatrix.ledger.domain.history;

import java.time.Instant;

/**
 * A moment of the past, in one ledger.
 *
 * @param recorded what was recorded by then counts; in whole milliseconds, as events are recorded
 * @param watermark of the last event that the ledger itself had recorded by then
 */
public record Moment(Instant recorded, long watermark) {}
