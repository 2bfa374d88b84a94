package io.factmatrix.ledger.domain.selection;

import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldAnswer;
import io.factmatrix.ledger.domain.settlement.Standing;

/** What one field sold most and least of, as of one moment. */
public record FieldProducts(Field field, Standing standing, RankedProducts products)
        implements FieldAnswer<FieldProducts> {

    @Override
    public FieldProducts at(Standing now) {
        return new FieldProducts(field, now, products);
    }
}
