package io.factmatrix.ledger.domain.aftersales;

import io.factmatrix.ledger.domain.event.Field;
import java.util.List;

/**
 * What came of what a field sold.
 *
 * @param weeks of products
 * @param touchpoints weeks of touchpoints
 */
public record FieldAfterSales(Field field, List<ProductWeek> weeks, List<TouchpointWeek> touchpoints) {

    public FieldAfterSales {
        weeks = List.copyOf(weeks);
        touchpoints = List.copyOf(touchpoints);
    }
}
