package io.factmatrix.gateway.domain.plan;

import io.factmatrix.gateway.domain.ConflictQuestion;
import io.factmatrix.gateway.domain.Unread;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader of conflicts has come.
 *
 * @param ledgers read first
 * @param promises null when all is read
 */
public record ConflictPosition(Unread ledgers, @Nullable PromisePosition promises) {

    /** Nothing of what is asked for. */
    public static ConflictPosition first(ConflictQuestion question) {
        return new ConflictPosition(
                Unread.all(question.ledgers()), question.asksPromises() ? PromisePosition.FIRST : null);
    }

    /** Whether all is read. */
    public boolean isEnd() {
        return ledgers.isEmpty() && promises == null;
    }
}
