package io.factmatrix.livestream.domain.gate;

import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.transition.Transitions;
import java.util.Set;

/** Whether a rule holds. */
public enum RuleState implements Word {
    ACTIVE,
    RETIRED;

    public static final Transitions<RuleState> TRANSITIONS =
            Transitions.of(RuleState.class).allow(ACTIVE, Set.of(RETIRED)).allow(RETIRED, Set.of(ACTIVE));
}
