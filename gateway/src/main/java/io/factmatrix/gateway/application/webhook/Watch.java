package io.factmatrix.gateway.application.webhook;

import io.factmatrix.gateway.domain.webhook.EventType;
import java.util.Locale;
import java.util.Set;

/** What is looked at now and then, since nobody says when it changes. */
public enum Watch {
    VIEW(EventType.VIEW_CHANGED),
    CONFLICTS(EventType.CONFLICT_FOUND, EventType.CONFLICT_GONE),
    SETTLEMENTS(EventType.SETTLEMENT_CLOSED);

    private final Set<EventType> types;

    Watch(EventType... types) {
        this.types = Set.of(types);
    }

    Set<EventType> types() {
        return types;
    }

    /** In rounds, and of what it saw. */
    String task() {
        return "watch-" + name().toLowerCase(Locale.ROOT);
    }
}
