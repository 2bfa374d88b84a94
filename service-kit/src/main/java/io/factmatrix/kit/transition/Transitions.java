package io.factmatrix.kit.transition;

import io.factmatrix.kit.json.Decoder;
import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.problem.ProblemException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The table of the moves that a thing may make: {@code Transitions.of(State.class).allow(OPEN, Set.of(CLOSED))}.
 *
 * @param <S> its states
 */
public final class Transitions<S extends Enum<S> & Word> {

    private final Class<S> states;
    private final Map<S, EnumSet<S>> targets;

    private Transitions(Class<S> states, Map<S, EnumSet<S>> targets) {
        this.states = states;
        this.targets = targets;
    }

    /** A table that allows nothing yet. */
    public static <S extends Enum<S> & Word> Transitions<S> of(Class<S> states) {
        return new Transitions<>(states, new EnumMap<>(states));
    }

    /** This table, which allows these moves besides. */
    public Transitions<S> allow(S from, Set<S> to) {
        var more = new EnumMap<S, EnumSet<S>>(states);
        more.putAll(targets);
        var all = EnumSet.copyOf(targets(from));
        all.addAll(to);
        more.put(from, all);
        return new Transitions<>(states, more);
    }

    /** Where one may go from there. */
    public EnumSet<S> targets(S from) {
        var known = targets.get(from);
        return known == null ? EnumSet.noneOf(states) : EnumSet.copyOf(known);
    }

    /** 409 {@code transition.refused} when that move is not in the table; {@code allowed} lists those that are. */
    public void check(S from, S to) {
        var allowed = targets(from).stream().map(Word::word).toList();
        if (!allowed.contains(to.word())) {
            throw new ProblemException(
                    409,
                    "transition.refused",
                    "to: %s, from %s (expected: %s)"
                            .formatted(
                                    to.word(),
                                    from.word(),
                                    allowed.isEmpty() ? "no transition" : "one of " + String.join(", ", allowed)),
                    Map.of("allowed", allowed));
        }
    }

    /** Reads {@code {"to": "closed"}}; {@code to.invalid} when there is no such state. */
    public Decoder<S> decoder() {
        return members -> members.word("to", word -> Word.of(states, word), Word.all(states));
    }
}
