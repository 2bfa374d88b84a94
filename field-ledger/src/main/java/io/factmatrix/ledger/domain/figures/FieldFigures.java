package io.factmatrix.ledger.domain.figures;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.factmatrix.ledger.domain.Position;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.settlement.Standing;

/**
 * One field's answer: its figures, and where its ledger stands with them. A ledger at the same position has the same figures
 * still.
 */
public record FieldFigures(Field field, Standing standing, Figures figures) {

    /** The same figures, told again by a ledger that stands there. */
    public FieldFigures at(Standing now) {
        return new FieldFigures(field, now, figures);
    }

    /** Up to which the figures are complete. */
    @JsonIgnore
    public Position position() {
        return standing.position();
    }
}
