package io.factmatrix.ledger.domain.figures;

import io.factmatrix.ledger.domain.Position;
import io.factmatrix.ledger.domain.event.Field;

/**
 * One field's answer: its figures, and the position in its ledger up to which they are complete. A ledger at the same position
 * has the same figures still.
 */
public record FieldFigures(Field field, Position position, Figures figures) {}
