package io.factmatrix.gateway.domain.work;

import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.transition.Transitions;
import java.util.Set;

/** How far a work item is. */
public enum WorkState implements Word {
    OPEN,
    TAKEN,
    DONE,
    DISMISSED,
    /** Its evidence was gone before anybody was done with it: nobody moves an item here. */
    CLOSED;

    /** Of those whose cause still stands; one who takes an item that is taken takes it over. */
    public static final Transitions<WorkState> TRANSITIONS = Transitions.of(WorkState.class)
            .allow(OPEN, Set.of(TAKEN, DONE, DISMISSED))
            .allow(TAKEN, Set.of(TAKEN, OPEN, DONE, DISMISSED))
            .allow(DONE, Set.of(OPEN))
            .allow(DISMISSED, Set.of(OPEN));

    /** Whether somebody has still to do something. */
    public boolean isLive() {
        return this == OPEN || this == TAKEN;
    }
}
