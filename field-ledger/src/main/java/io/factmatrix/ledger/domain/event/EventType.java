package io.factmatrix.ledger.domain.event;

import java.util.Arrays;
import java.util.Optional;

/** What an event tells. */
public enum EventType {
    TRAFFIC("traffic"),
    AUDIENCE("audience"),
    ORDER_PAID("order.paid"),
    ORDER_REFUNDED("order.refunded"),
    COST("cost"),
    SERVICE("service");

    private final String word;

    EventType(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** The type of that word, or empty when there is none. */
    public static Optional<EventType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }
}
