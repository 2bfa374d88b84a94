package io.factmatrix.ledger.domain.history;

import io.factmatrix.ledger.domain.event.EventType;
import io.factmatrix.ledger.domain.event.Field;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an event changed of the figures of a day that was over when it was recorded.
 *
 * @param moment where the event stands, which is of {@code moment.field()}
 * @param id of the event, in its field
 * @param of the field whose figures changed; null for the whole, whose orders do not add up over fields
 * @param currency null for what is counted in none
 * @param money by how much sums changed, in minor units of the currency
 * @param counts by how much counts changed; a zero says that it was reported for the first time, or no longer is
 */
public record Correction(
        Moment moment,
        String id,
        EventType type,
        Instant occurredAt,
        @Nullable Field of,
        LocalDate day,
        @Nullable String currency,
        Map<String, BigInteger> money,
        Map<String, BigInteger> counts) {}
