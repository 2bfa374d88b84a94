package io.factmatrix.livestream.domain.host;

import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.transition.Transitions;
import java.util.Set;

/** Whether a shift is to be worked. */
public enum ShiftState implements Word {
    PLANNED,
    CANCELLED;

    public static final Transitions<ShiftState> TRANSITIONS =
            Transitions.of(ShiftState.class).allow(PLANNED, Set.of(CANCELLED));
}
