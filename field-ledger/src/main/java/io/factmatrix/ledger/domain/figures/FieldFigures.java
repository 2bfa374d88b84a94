package io.factmatrix.ledger.domain.figures;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.settlement.Standing;

/** One field's figures. */
public record FieldFigures(Field field, Standing standing, Figures figures) implements FieldAnswer<FieldFigures> {

    @Override
    public FieldFigures at(Standing now) {
        return new FieldFigures(field, now, figures);
    }

    /** New buyers are not known while another field cannot be asked for earlier ones. */
    @Override
    @JsonIgnore
    public boolean isWhole() {
        return figures.newBuyers() != null;
    }
}
