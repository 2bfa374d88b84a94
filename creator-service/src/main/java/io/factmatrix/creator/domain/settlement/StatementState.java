package io.factmatrix.creator.domain.settlement;

import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.transition.Transitions;
import java.util.Set;

/** What is open is reckoned whenever it is read; what is closed stays. */
public enum StatementState implements Word {
    OPEN,
    CLOSED;

    public static final Transitions<StatementState> TRANSITIONS =
            Transitions.of(StatementState.class).allow(OPEN, Set.of(CLOSED));
}
