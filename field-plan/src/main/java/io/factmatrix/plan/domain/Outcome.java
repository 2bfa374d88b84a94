package io.factmatrix.plan.domain;

import io.factmatrix.ledger.domain.event.Field;

/** What came of asking a field. */
public sealed interface Outcome {

    Field field();

    record Seen(Field field, Sight sight) implements Outcome {}

    /**
     * @param reason such as {@code kol timed out}
     */
    record Unchecked(Field field, String reason) implements Outcome {}
}
