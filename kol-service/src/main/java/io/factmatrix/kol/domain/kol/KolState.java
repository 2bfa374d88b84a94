package io.factmatrix.kol.domain.kol;

import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.transition.Transitions;
import java.util.Set;

/** Whether a KOL may be engaged. */
public enum KolState implements Word {
    ACTIVE,
    BLOCKED;

    public static final Transitions<KolState> TRANSITIONS =
            Transitions.of(KolState.class).allow(ACTIVE, Set.of(BLOCKED)).allow(BLOCKED, Set.of(ACTIVE));
}
