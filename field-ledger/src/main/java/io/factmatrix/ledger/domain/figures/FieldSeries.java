package io.factmatrix.ledger.domain.figures;

import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.settlement.Standing;
import java.util.List;

/** One field's figures over time; where nothing happened there is no point. */
public record FieldSeries(Field field, Standing standing, List<Point> points) implements FieldAnswer<FieldSeries> {

    @Override
    public FieldSeries at(Standing now) {
        return new FieldSeries(field, now, points);
    }
}
