package io.factmatrix.ledger.domain.figures;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.factmatrix.ledger.domain.Position;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.settlement.Standing;

/**
 * What one field answers, and where its ledger stands with it. A ledger at the same position has the same answer still.
 *
 * @param <A> the answer itself
 */
public interface FieldAnswer<A extends FieldAnswer<A>> {

    Field field();

    Standing standing();

    /** The same, told again by a ledger that stands there. */
    A at(Standing now);

    /** Up to which the answer is complete. */
    @JsonIgnore
    default Position position() {
        return standing().position();
    }

    /** Whether everything in it is known; else it is not to be remembered. */
    @JsonIgnore
    default boolean isWhole() {
        return true;
    }
}
