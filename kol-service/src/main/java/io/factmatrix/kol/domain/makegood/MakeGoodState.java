package io.factmatrix.kol.domain.makegood;

import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.transition.Transitions;
import java.util.Set;

/** How far a make-good is. */
public enum MakeGoodState implements Word {
    PROPOSED,
    AGREED,
    DONE;

    public static final Transitions<MakeGoodState> TRANSITIONS =
            Transitions.of(MakeGoodState.class).allow(PROPOSED, Set.of(AGREED)).allow(AGREED, Set.of(DONE));
}
