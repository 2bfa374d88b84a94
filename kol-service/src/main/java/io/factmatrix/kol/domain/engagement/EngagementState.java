package io.factmatrix.kol.domain.engagement;

import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.transition.Transitions;
import java.util.Set;

/** How far an engagement is. What was live has events, and is settled, not cancelled. */
public enum EngagementState implements Word {
    DRAFT,
    SIGNED,
    LIVE,
    SETTLED,
    CANCELLED;

    public static final Transitions<EngagementState> TRANSITIONS = Transitions.of(EngagementState.class)
            .allow(DRAFT, Set.of(SIGNED, CANCELLED))
            .allow(SIGNED, Set.of(LIVE, CANCELLED))
            .allow(LIVE, Set.of(SETTLED));

    /** Whether its clauses hold: those of a settled one too, for as long as they say. */
    public boolean isBinding() {
        return this == SIGNED || this == LIVE || this == SETTLED;
    }

    /** Whether nothing changes any more. */
    public boolean isOver() {
        return this == SETTLED || this == CANCELLED;
    }
}
