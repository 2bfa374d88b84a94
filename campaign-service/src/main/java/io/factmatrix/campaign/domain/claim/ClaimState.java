package io.factmatrix.campaign.domain.claim;

import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.transition.Transitions;
import java.util.Set;

/** What became of a claim. */
public enum ClaimState implements Word {
    /** Until it is confirmed, released, or its time is over. */
    HELD,
    CONFIRMED,
    RELEASED,
    EXPIRED;

    static final Transitions<ClaimState> TRANSITIONS = Transitions.of(ClaimState.class)
            .allow(HELD, Set.of(CONFIRMED, RELEASED))
            .allow(CONFIRMED, Set.of(RELEASED));

    /** Whether its units are nobody else's. */
    public boolean takes() {
        return this == HELD || this == CONFIRMED;
    }
}
