package io.factmatrix.campaign.domain.offer;

import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.transition.Transitions;
import java.util.Set;

/** Whether an offer can be claimed: it is open, and its time has come and is not over. */
public enum OfferState implements Word {
    DRAFT,
    OPEN,
    CLOSED;

    public static final Transitions<OfferState> TRANSITIONS =
            Transitions.of(OfferState.class).allow(DRAFT, Set.of(OPEN, CLOSED)).allow(OPEN, Set.of(CLOSED));
}
