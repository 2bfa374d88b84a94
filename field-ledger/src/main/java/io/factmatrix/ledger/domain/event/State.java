package io.factmatrix.ledger.domain.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an event counts for just now. */
public enum State {
    /** In the figures, or with nothing to count. */
    COUNTED,
    /** A refund whose line has not come yet. */
    PARKED,
    /** Another event took its place. */
    REPLACED,
    /** A stronger field claims the same order line. */
    OUTCLAIMED,
    /** A refund that, when its line came, turned out to exceed it or to be in another currency. */
    INVALID;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of that word. */
    public static State of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
