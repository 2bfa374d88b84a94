package io.factmatrix.ledger.domain.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One immutable fact sent by the merchant, identified by merchant, field and id. Two events are equal when they mean the same:
 * amounts as numbers, times as instants, defaults filled in.
 *
 * @param touchpoint absent only where the merchant need not know it: unattributed events, and refunds
 * @param replaces id of the event of the same field that this one corrects
 */
public record Event(
        String id,
        Field field,
        @Nullable String touchpoint,
        String shop,
        @Nullable String replaces,
        Instant occurredAt,
        @Nullable String product,
        @Nullable String audience,
        Content content) {

    public EventType type() {
        return content.type();
    }

    /** The estimate that this cost settles, if it does. */
    public @Nullable String settles() {
        return content instanceof Content.Cost cost ? cost.settles() : null;
    }

    /**
     * The event that this one alone may take out of the figures: what it replaces or else what it settles. Each event has at
     * most one that supersedes it so; a replacement that repeats what its target settled does not claim it again.
     */
    public @Nullable String supersedes() {
        return replaces != null ? replaces : settles();
    }
}
