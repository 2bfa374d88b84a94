package io.factmatrix.livestream.domain.phrase;

import io.factmatrix.livestream.domain.phrase.Letter.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Words that a script must not have, or must have, as the merchant wrote them.
 *
 * <p>They are found as they are, and in disguise; a finding says which. What does not tell two texts apart to one who hears or glances at them
 * does not here either:
 *
 * <ul>
 *   <li>White space, punctuation, pictures and what is not seen, between characters: 最。好 and 最 好 are 最好. Where a sentence ends is not
 *       asked, since a full stop is the cheapest disguise; but a phrase stands in one line.
 *   <li>Case, width, circles, traditional or simplified, digits or Chinese numerals, letters of other scripts and Chinese characters that look
 *       alike: see {@link Reading} and {@link HanLookAlikes}.
 *   <li>1 and 0 within a word are I, L and O, and the other way within a number or among ideographs; a small l beside a capital is an I.
 * </ul>
 *
 * <p>What does tell them apart:
 *
 * <ul>
 *   <li>Words are whole: VIP is not in vipers, but in V.I.P, V I P and 做VIP吧. Chinese has no such bounds.
 *   <li>Numbers are whole: 第1 is not in 第10 or 第1万, 1折 not in 0.1折 and not in 十一折. But 唯一 is in 唯一一款: a numeral that was written as one bounds
 *       nothing.
 *   <li>A sign between two digits: 99 is not 9.9. 3-5折 is not 35折, 1/2 is not 12; but 1,000 is 1000, and 1.3.8 is 138.
 *   <li>One of + % ‰ # ° after a letter or digit of the phrase: 18+ is not in 18元, but 18 is in 18+.
 * </ul>
 *
 * <p>Two are equal when they were written alike.
 */
public final class Phrase {

    /** In UTF-16 units. More is a text, not a phrase: a whole mandatory notice has some 60. */
    public static final int MAX_LENGTH = 100;

    private static final String MEANINGFUL_SIGNS = "+%‰#°";

    private final String written;
    private final Letters letters;

    /** After which letters the sign must be there. */
    private final BitSet meaningful;

    private final String verbatim;

    private Phrase(String written, Letters letters) {
        this.written = written;
        this.letters = letters;
        this.meaningful = meaningful(letters);
        this.verbatim = written.substring(letters.start(0), end(letters, 0));
    }

    /**
     * The phrase that was written so.
     *
     * @throws IllegalArgumentException if it is too long, has several lines, or nothing in it that is read
     */
    public static Phrase of(String written) {
        if (written.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("phrase: %s… (%d characters, expected: at most %d)"
                    .formatted(written.substring(0, MAX_LENGTH), written.length(), MAX_LENGTH));
        }
        var letters = Letters.of(written.strip());
        if (letters.size() == 0) {
            throw new IllegalArgumentException(
                    "phrase: \"%s\" (expected: at least one letter or digit)".formatted(written));
        }
        if (letters.hasBreak()) {
            throw new IllegalArgumentException("phrase: \"%s\" (expected: one line)".formatted(written));
        }
        return new Phrase(letters.written(), letters);
    }

    /** Where the text has it, from its begin on; none overlaps another. */
    public List<Finding> in(Text text) {
        var in = text.letters();
        var findings = new ArrayList<Finding>();
        int free = 0;
        for (int at : text.candidates(letters).toArray()) {
            if (at >= free && isAt(in, at)) {
                findings.add(finding(in, at));
                free = at + letters.size();
            }
        }
        return List.copyOf(findings);
    }

    private Finding finding(Letters in, int at) {
        int start = in.start(at);
        int end = end(in, at);
        var excerpt = in.written().substring(start, end);
        return new Finding(start, end, excerpt, excerpt.equals(verbatim));
    }

    /** Where it ends when it begins there. */
    private int end(Letters in, int at) {
        int last = letters.size() - 1;
        return meaningful.get(last) ? in.gapEnd(at + last) : in.end(at + last);
    }

    private boolean isAt(Letters in, int at) {
        int end = at + letters.size();
        return isWhole(in, at, 0) && isWhole(in, end, letters.size() - 1) && isSame(in, at);
    }

    /**
     * Whether the phrase may begin or end there.
     *
     * @param edge the letter of the phrase that is there
     */
    private boolean isWhole(Letters in, int at, int edge) {
        return !in.isJoined(at) && !(letters.letter(edge).kind() == Kind.DIGIT && in.isNumberJoined(at));
    }

    private boolean isSame(Letters in, int at) {
        for (int i = 0; i < letters.size(); i++) {
            boolean last = i == letters.size() - 1;
            if (!in.readsAs(at + i, letters, i)
                    || (!last && in.numberSign(at + i) != letters.numberSign(i))
                    || (meaningful.get(i) && in.gap(at + i) != letters.gap(i))) {
                return false;
            }
        }
        return true;
    }

    private static BitSet meaningful(Letters letters) {
        return IntStream.range(0, letters.size())
                .filter(at -> letters.letter(at).kind() != Kind.IDEOGRAPH)
                .filter(at -> MEANINGFUL_SIGNS.indexOf(letters.gap(at)) >= 0)
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Phrase phrase && written.equals(phrase.written);
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }

    /** As it was written, without the white space around it. */
    @Override
    public String toString() {
        return written;
    }
}
