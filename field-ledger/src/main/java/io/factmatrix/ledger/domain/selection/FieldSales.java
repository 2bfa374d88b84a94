package io.factmatrix.ledger.domain.selection;

import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldAnswer;
import io.factmatrix.ledger.domain.settlement.Standing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one field sold, as of one moment.
 *
 * @param begun the quarter-hour of the first that the ledger holds, whatever that is; null when it is empty: of the time before, nothing is known
 * @param sales of each time that was asked for, in that order: pieces without sales are left out
 */
public record FieldSales(
        Field field, Standing standing, @Nullable Instant begun, List<List<PieceSales>> sales)
        implements FieldAnswer<FieldSales> {

    @Override
    public FieldSales at(Standing now) {
        return new FieldSales(field, now, begun, sales);
    }
}
