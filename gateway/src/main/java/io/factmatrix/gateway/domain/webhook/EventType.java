package io.factmatrix.gateway.domain.webhook;

import io.factmatrix.kit.json.Word;
import java.util.Locale;

/** What an endpoint can ask to be told of. */
public enum EventType implements Word {
    VIEW_CHANGED,
    WORK_ITEM_OPENED,
    WORK_ITEM_TAKEN,
    WORK_ITEM_DONE,
    WORK_ITEM_DISMISSED,
    WORK_ITEM_CLOSED,
    CONFLICT_FOUND,
    CONFLICT_GONE,
    SETTLEMENT_CLOSED;

    /** {@code work-item.opened} for {@code WORK_ITEM_OPENED}: of what, and what happened. */
    @Override
    public String word() {
        int what = name().lastIndexOf('_');
        return (name().substring(0, what).replace('_', '-') + "." + name().substring(what + 1))
                .toLowerCase(Locale.ROOT);
    }
}
