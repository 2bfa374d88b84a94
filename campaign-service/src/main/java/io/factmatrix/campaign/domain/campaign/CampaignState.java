package io.factmatrix.campaign.domain.campaign;

import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.transition.Transitions;
import java.util.Set;

/** How far a campaign is. What has run has events, and is ended, not cancelled. */
public enum CampaignState implements Word {
    DRAFT,
    SCHEDULED,
    RUNNING,
    ENDED,
    REPORTED,
    CANCELLED;

    public static final Transitions<CampaignState> TRANSITIONS = Transitions.of(CampaignState.class)
            .allow(DRAFT, Set.of(SCHEDULED, CANCELLED))
            .allow(SCHEDULED, Set.of(RUNNING, DRAFT, CANCELLED))
            .allow(RUNNING, Set.of(ENDED))
            .allow(ENDED, Set.of(REPORTED));

    /** Whether all of the plan can still change. */
    public boolean isAhead() {
        return this == DRAFT || this == SCHEDULED;
    }

    /** Whether nothing of the plan can change any more. */
    public boolean isOver() {
        return this == REPORTED || this == CANCELLED;
    }
}
