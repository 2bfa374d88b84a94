package io.factmatrix.ledger.domain.figures;

import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.settlement.Standing;
import java.util.Map;

/**
 * One field's figures by kind of touchpoint, as the field's deals name them at present.
 *
 * @param kinds money, orders, traffic and ratios in the currency asked for, of the kinds at which anything happened: each order counts at its earliest line in the
 *     field, so that they add up to the field's own. People and costs are in none of them
 */
public record FieldKinds(Field field, Standing standing, Map<TouchpointKind, Figures> kinds)
        implements FieldAnswer<FieldKinds> {

    @Override
    public FieldKinds at(Standing now) {
        return new FieldKinds(field, now, kinds);
    }
}
