package io.factmatrix.livestream.domain.phrase;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A script, or a part of one: normalised once, to look for many phrases in it.
 *
 * <p>It knows where each letter is, and so where a phrase might begin: at few places when one of its letters is rare, and otherwise where all of
 * them follow each other, which is asked of 64 places at once. So no phrase takes long in any text.
 */
public final class Text {

    /** In UTF-16 units. A host speaks some 250 characters a minute: more than an hour without a pause. */
    public static final int MAX_LENGTH = 20_000;

    /** Of so many letters one is the same: then asking at once is cheaper than looking at each. */
    private static final int FREQUENT = Long.SIZE;

    private final Letters letters;
    private final Map<Integer, List<Integer>> places = new HashMap<>();
    private final Map<Integer, BitSet> frequent = new HashMap<>();

    private Text(Letters letters) {
        this.letters = letters;
        for (int at = 0; at < letters.size(); at++) {
            int place = at;
            letters.readingsOf(at)
                    .forEach(value -> places.computeIfAbsent(value, any -> new ArrayList<>())
                            .add(place));
        }
        places.forEach((value, all) -> {
            if (isFrequent(all)) {
                frequent.put(value, all.stream().collect(BitSet::new, BitSet::set, BitSet::or));
            }
        });
    }

    /** That text, as it was written; {@link IllegalArgumentException} when it is too long. */
    public static Text of(String written) {
        if (written.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "text: %d characters (expected: at most %d)".formatted(written.length(), MAX_LENGTH));
        }
        return new Text(Letters.of(written));
    }

    Letters letters() {
        return letters;
    }

    /** Where those letters may be, in order; nowhere else. */
    IntStream candidates(Letters of) {
        int rarest = IntStream.range(0, of.size())
                .boxed()
                .min(Comparator.comparingInt(at -> places(of, at).size()))
                .orElseThrow();
        var few = places(of, rarest);
        var starts = isFrequent(few)
                ? allInTheirPlaces(of)
                : few.stream().mapToInt(place -> place - rarest).filter(start -> start >= 0);
        return starts.filter(start -> start + of.size() <= letters.size());
    }

    private List<Integer> places(Letters of, int at) {
        return places.getOrDefault(of.letter(at).value(), List.of());
    }

    private boolean isFrequent(List<Integer> all) {
        return all.size() > letters.size() / FREQUENT;
    }

    /** All of those letters are frequent. */
    private IntStream allInTheirPlaces(Letters of) {
        var starts = new BitSet(letters.size());
        starts.set(0, letters.size());
        for (int at = 0; at < of.size() && !starts.isEmpty(); at++) {
            var there = frequent.getOrDefault(of.letter(at).value(), new BitSet());
            starts.and(there.get(at, Math.max(at, letters.size())));
        }
        return starts.stream();
    }

    /** As it was written. */
    @Override
    public String toString() {
        return letters.written();
    }
}
