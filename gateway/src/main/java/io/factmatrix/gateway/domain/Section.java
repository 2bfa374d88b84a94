package io.factmatrix.gateway.domain;

import io.factmatrix.ledger.domain.figures.FieldAnswer;

/**
 * What is known of one field.
 *
 * @param <A> what it answers
 */
public sealed interface Section<A extends FieldAnswer<A>> {

    /** The answer as it is. */
    record Fresh<A extends FieldAnswer<A>>(A answer) implements Section<A> {}

    /** The answer as it was when the field was last heard of, and why there is no other. */
    record Stale<A extends FieldAnswer<A>>(A lastKnown, String reason) implements Section<A> {}

    /** Nothing, and why: never zeros in its place. */
    record Missing<A extends FieldAnswer<A>>(String reason) implements Section<A> {}
}
