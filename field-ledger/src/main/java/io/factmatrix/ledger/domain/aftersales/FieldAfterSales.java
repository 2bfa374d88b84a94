package io.factmatrix.ledger.domain.aftersales;

import io.factmatrix.ledger.domain.event.Field;
import java.util.List;

/** What came of the products of a field. */
public record FieldAfterSales(Field field, List<ProductWeek> weeks) {

    public FieldAfterSales {
        weeks = List.copyOf(weeks);
    }
}
