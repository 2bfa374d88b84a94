package io.factmatrix.livestream.domain.session;

import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.transition.Transitions;
import java.util.EnumSet;
import java.util.Set;

/** How far a session is. What was on air has events, and is ended, not cancelled. */
public enum SessionState implements Word {
    PLANNED,
    READY,
    LIVE,
    ENDED,
    REVIEWED,
    CANCELLED;

    public static final Transitions<SessionState> TRANSITIONS = Transitions.of(SessionState.class)
            .allow(PLANNED, Set.of(READY, CANCELLED))
            .allow(READY, Set.of(LIVE, PLANNED, CANCELLED))
            .allow(LIVE, Set.of(ENDED))
            .allow(ENDED, Set.of(REVIEWED));

    /** In which a session has its room for the time it is planned for. */
    public static final Set<SessionState> HOLDING_ITS_ROOM = Set.copyOf(EnumSet.of(PLANNED, READY, LIVE));

    /** Whether all of the plan can still change. */
    public boolean isAhead() {
        return this == PLANNED || this == READY;
    }

    /** Whether what it is prepared with can still change. */
    public boolean isOpen() {
        return isAhead() || this == LIVE;
    }
}
