package io.factmatrix.ledger.domain.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The places a merchant sells in, weakest claim first: an order line that two fields claim counts in the later one of this
 * list. {@link #UNATTRIBUTED} is kept by the livestream service and shown as a line of its own.
 */
public enum Field {
    UNATTRIBUTED,
    LIVESTREAM,
    CAMPAIGN,
    CREATOR,
    KOL;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word the API, the store and the documentation use. */
    @JsonValue
    public String word() {
        return word;
    }

    /** The field of that word, or empty when there is none. */
    public static Optional<Field> of(String word) {
        return Arrays.stream(values()).filter(field -> field.word.equals(word)).findFirst();
    }

    @Override
    public String toString() {
        return word;
    }
}
