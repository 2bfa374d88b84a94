package io.factmatrix.livestream.domain.host;

import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.transition.Transitions;
import java.util.Set;

/** Whether a host works for the merchant. */
public enum HostState implements Word {
    ACTIVE,
    LEFT;

    public static final Transitions<HostState> TRANSITIONS =
            Transitions.of(HostState.class).allow(ACTIVE, Set.of(LEFT)).allow(LEFT, Set.of(ACTIVE));
}
