package io.factmatrix.creator.domain.outreach;

import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.transition.Transitions;
import java.util.EnumSet;
import java.util.Set;

/** How far it has come with a creator. What is live has sold something: it is settled, and not declined. */
public enum OutreachState implements Word {
    INVITED,
    CONTACTED,
    NEGOTIATING,
    SAMPLE_SENT,
    AGREED,
    CONTENT_LIVE,
    SETTLED,
    DECLINED;

    public static final Transitions<OutreachState> TRANSITIONS = Transitions.of(OutreachState.class)
            .allow(INVITED, Set.of(CONTACTED, DECLINED))
            .allow(CONTACTED, Set.of(NEGOTIATING, DECLINED))
            .allow(NEGOTIATING, Set.of(SAMPLE_SENT, DECLINED))
            .allow(SAMPLE_SENT, Set.of(AGREED, DECLINED))
            .allow(AGREED, Set.of(CONTENT_LIVE, DECLINED))
            .allow(CONTENT_LIVE, Set.of(SETTLED));

    /** In which nothing more is to be done. */
    public static final Set<OutreachState> OVER = Set.copyOf(EnumSet.of(SETTLED, DECLINED));

    public boolean isOpen() {
        return !OVER.contains(this);
    }
}
