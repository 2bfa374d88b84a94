package io.factmatrix.kit.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change as it was recorded.
 *
 * @param position grows by 1 with each of the merchant's; text, as positions are
 * @param recordedAt by the database's clock, later than that of the entry before
 * @param subject who did it; null when the token named nobody
 * @param roles that the token held, as a JSON array
 * @param changes each member's {@code name}, {@code from} and {@code to}, as a JSON array, to the byte as it was recorded
 */
public record AuditEntry(
        String position,
        Instant recordedAt,
        @Nullable String subject,
        @JsonRawValue String roles,
        String resource,
        String id,
        String action,
        @JsonRawValue String changes) {}
