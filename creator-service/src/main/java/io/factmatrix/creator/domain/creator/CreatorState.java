package io.factmatrix.creator.domain.creator;

import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.transition.Transitions;
import java.util.Set;

/** Whether the merchant works with a creator. */
public enum CreatorState implements Word {
    ACTIVE,
    BLOCKED;

    public static final Transitions<CreatorState> TRANSITIONS =
            Transitions.of(CreatorState.class).allow(ACTIVE, Set.of(BLOCKED)).allow(BLOCKED, Set.of(ACTIVE));
}
