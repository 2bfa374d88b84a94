package io.factmatrix.ledger.domain.arrival;

import io.factmatrix.ledger.domain.event.Field;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How regularly a field was told something.
 *
 * @param first when the first event was recorded of the time that is looked at; null when none ever was
 * @param last when the last one was; null when none ever was
 * @param longest the longest gap between them, the later of two; null when none is longer than those that were looked for
 */
public record FieldArrivals(
        Field field,
        @Nullable Instant first,
        @Nullable Instant last,
        @Nullable Gap longest) {}
