package io.factmatrix.gateway.domain;

import io.factmatrix.ledger.domain.figures.FieldFigures;

/** What a view knows of one field. */
public sealed interface Section {

    /** The field's figures as they are. */
    record Fresh(FieldFigures answer) implements Section {}

    /** The figures as they were when the field was last heard of, and why there are no others. */
    record Stale(FieldFigures lastKnown, String reason) implements Section {}

    /** Nothing, and why: never zeros in its place. */
    record Missing(String reason) implements Section {}
}
