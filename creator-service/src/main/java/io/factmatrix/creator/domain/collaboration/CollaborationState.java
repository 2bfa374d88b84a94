package io.factmatrix.creator.domain.collaboration;

import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.transition.Transitions;
import java.util.Set;

/** A draft promises nothing. What was active has earned somebody something: it is ended, and not cancelled. */
public enum CollaborationState implements Word {
    DRAFT,
    ACTIVE,
    ENDED,
    CANCELLED;

    public static final Transitions<CollaborationState> TRANSITIONS = Transitions.of(CollaborationState.class)
            .allow(DRAFT, Set.of(ACTIVE, CANCELLED))
            .allow(ACTIVE, Set.of(ENDED));

    /** In which content earns a commission for what was paid in the collaboration's time. */
    public boolean isBinding() {
        return this == ACTIVE || this == ENDED;
    }

    /** In which nothing changes any more. */
    public boolean isOver() {
        return this == ENDED || this == CANCELLED;
    }
}
