package io.factmatrix.kit.merchant;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the bearer of a token may do for its merchants. */
public enum Role {
    /** Pushes events. */
    INTEGRATION,
    /** Sees all of one merchant. */
    OPERATOR,
    CONTENT,
    GOODS,
    CREATORS,
    ADS,
    SERVICE,
    /** Registers merchants. */
    ADMIN,
    /** Another program of the system, asking in its own name: follows the ledgers kept here, asks for figures and promises; of every merchant, and nothing but what programs tell each other. */
    LEDGER;

    /** The word in a token's roles. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that word, or empty when there is none. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
