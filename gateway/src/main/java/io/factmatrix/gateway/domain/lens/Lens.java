package io.factmatrix.gateway.domain.lens;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A way to read a merchant's figures, by letters. */
public enum Lens {
    /** Awareness, interest, purchase, loyalty: how far people came. */
    AIPL("aipl", "A I P L"),
    /** Fertility, advancing, superiority, thriving: how well people are looked after. */
    FAST("fast", "F A S T"),
    /** Gain, retain, boost, widen: where growth comes from. */
    GROW("grow", "G R O W"),
    /** Self-operation, traffic, elite, private domain, specialization: how a brand runs its ground. */
    STEPS("steps", "S T E P S"),
    /** Aware, appeal, ask, act, advocate: how close people are to a brand. */
    FIVE_A("5a", "A1 A2 A3 A4 A5");

    private final String word;
    private final String letters;

    Lens(String word, String letters) {
        this.word = word;
        this.letters = letters;
    }

    /** The lens of that word; empty when there is none. */
    public static Optional<Lens> of(String word) {
        return Arrays.stream(values()).filter(lens -> lens.word.equals(word)).findFirst();
    }

    /** As the API calls it. */
    public String word() {
        return word;
    }

    /** In the order in which it is read. */
    public List<String> letters() {
        return List.of(letters.split(" "));
    }
}
