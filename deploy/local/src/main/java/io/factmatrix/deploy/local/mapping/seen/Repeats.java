package io.factmatrix.deploy.local.mapping.seen;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an id means that was there before in the same file. */
public enum Repeats {
    /** A mistake. */
    REFUSE,
    /** Another event, that gets a number behind its id. */
    KEEP,
    /** The same event once more, if it says the same. */
    SKIP;

    public static final String WORDS = "refuse, keep or skip";

    public static Optional<Repeats> of(String word) {
        return Arrays.stream(values())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
