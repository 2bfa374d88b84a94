package io.factmatrix.ledger.domain.figures;

import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.settlement.Standing;

/** One field's audience; its ledger may have come further meanwhile. */
public record FieldAudience(Field field, Standing standing, Audience audience) implements FieldAnswer<FieldAudience> {

    @Override
    public FieldAudience at(Standing now) {
        return new FieldAudience(field, now, audience);
    }
}
