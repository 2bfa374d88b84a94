package io.factmatrix.ledger.domain.event;

import java.time.Instant;

/**
 * An event as the ledger holds it.
 *
 * @param watermark its position in the ledger of its merchant and field: 1, 2, 3, …
 * @param recordedAt when it was stored, by the database's clock; grows with the watermark
 */
public record Fact(Event event, long watermark, Instant recordedAt) {}
