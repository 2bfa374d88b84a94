package io.factmatrix.ledger.domain.figures;

import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.settlement.Standing;

/** One field's audience, and where its ledger stood at least when it was told. */
public record FieldAudience(Field field, Standing standing, Audience audience) {}
