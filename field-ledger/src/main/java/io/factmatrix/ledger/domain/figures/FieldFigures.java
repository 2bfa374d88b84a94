package io.factmatrix.ledger.domain.figures;

import io.factmatrix.ledger.domain.event.Field;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One field's answer: its figures, and the position in its ledger up to which they are complete.
 *
 * @param watermark position of the last stored event, 0 when there is none
 * @param recordedAt when that event was recorded; null when there is none
 */
public record FieldFigures(
        Field field, long watermark, @Nullable Instant recordedAt, Figures figures) {}
