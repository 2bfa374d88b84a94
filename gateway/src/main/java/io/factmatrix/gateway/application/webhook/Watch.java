package io.factmatrix.gateway.application.webhook;

import io.factmatrix.gateway.domain.webhook.EventType;
import java.util.Locale;
import java.util.Set;

/** What is looked at now and then, since nobody says when it changes. */
public enum Watch {
    VIEW,
    CONFLICTS,
    SETTLEMENTS;

    /** What it tells of. */
    Set<EventType> types() {
        return switch (this) {
            case VIEW -> Set.of(EventType.VIEW_CHANGED);
            case CONFLICTS -> Set.of(EventType.CONFLICT_FOUND, EventType.CONFLICT_GONE);
            case SETTLEMENTS -> Set.of(EventType.SETTLEMENT_CLOSED);
        };
    }

    /** In rounds, and of what it saw. */
    String task() {
        return "watch-" + name().toLowerCase(Locale.ROOT);
    }
}
