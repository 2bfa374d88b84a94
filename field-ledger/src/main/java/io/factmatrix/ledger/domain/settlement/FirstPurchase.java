package io.factmatrix.ledger.domain.settlement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The earliest line that counts of one person in one field.
 *
 * @param occurredAt null when the person has none any more; {@code id} alike
 * @param id of the paid event
 * @param position in the feed of its ledger
 */
public record FirstPurchase(
        String audience,
        @Nullable Instant occurredAt,
        @Nullable String id,
        long position) {}
