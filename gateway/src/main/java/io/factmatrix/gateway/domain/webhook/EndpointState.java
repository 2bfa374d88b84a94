package io.factmatrix.gateway.domain.webhook;

import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.transition.Transitions;
import java.util.Set;

/** Whether anything is sent to an endpoint. */
public enum EndpointState implements Word {
    ENABLED,
    DISABLED;

    public static final Transitions<EndpointState> TRANSITIONS =
            Transitions.of(EndpointState.class).allow(ENABLED, Set.of(DISABLED)).allow(DISABLED, Set.of(ENABLED));
}
