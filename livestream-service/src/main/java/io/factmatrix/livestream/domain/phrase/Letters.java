package io.factmatrix.livestream.domain.phrase;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import io.factmatrix.livestream.domain.phrase.Letter.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** What is read of a text: its letters, digits and ideographs, each with where it comes from and what stands between it and the next. */
final class Letters {

    /** Between two letters: nothing that is seen. */
    private static final int NOTHING = 0;

    /** Between two letters: no sign, but white space or a picture. */
    private static final int SPACE = ' ';

    private static final int THOUSAND = 3;

    private static final int READINGS = 3;

    /** Where a letter comes from, and the first sign behind it. */
    private record Place(int start, int end, int gap, int gapEnd) {

        Place before(Letter between, int betweenEnd) {
            if (between.kind() == Kind.MARK && gap == NOTHING) {
                return new Place(start, betweenEnd, gap, betweenEnd);
            }
            boolean seen = between.kind() == Kind.SIGN || (between.kind() == Kind.GAP && gap == NOTHING);
            boolean open = gap == NOTHING || gap == SPACE;
            return seen && open ? new Place(start, end, between.value(), betweenEnd) : this;
        }
    }

    private final String written;
    private final List<Letter> letters = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final int[] numberSigns;
    private final BitSet likeNumbers;

    /** Three a letter, in a row, so that no phrase is slow to compare. */
    private final int[] readings;

    private Letters(String written) {
        this.written = written;
        for (int at = 0; at < written.length(); ) {
            int end = at + sizeAt(at);
            if (end - at > 2) {
                add(Letter.GAP, at, end);
            } else {
                for (var letter : Reading.of(written.codePointAt(at))) {
                    add(letter, at, end);
                }
            }
            at = end;
        }
        this.numberSigns = findNumberSigns();
        this.likeNumbers = findLikeNumbers();
        this.readings =
                IntStream.range(0, letters.size()).flatMap(this::readings).toArray();
    }

    static Letters of(String written) {
        return new Letters(written);
    }

    /** A country's flag is a picture that is made of two letters; any other two of them are letters. */
    private int sizeAt(int at) {
        int size = Character.charCount(written.codePointAt(at));
        if (size == 2 && at + 4 <= written.length()) {
            boolean flag =
                    UCharacter.hasBinaryProperty(written.substring(at, at + 4), UProperty.RGI_EMOJI_FLAG_SEQUENCE);
            return flag ? 4 : size;
        }
        return size;
    }

    private void add(Letter letter, int start, int end) {
        if (letter.isRead() || letter.kind() == Kind.BREAK) {
            letters.add(letter);
            places.add(new Place(start, end, NOTHING, end));
        } else if (!places.isEmpty()) {
            int last = places.size() - 1;
            places.set(last, places.get(last).before(letter, end));
        }
    }

    /**
     * The sign after a digit that makes it and the next digit one number or keeps them apart: 9.9 is not 99, 3-5 is not 35, 1/2 is not 12. None
     * where the same one stands between all digits, as in 1.3.8, which is ornament, or where a comma sets off thousands.
     */
    private int[] findNumberSigns() {
        var signs = new int[letters.size()];
        int before = NOTHING;
        for (int first = 0; first < signs.length; ) {
            int last = lastOfRun(first);
            int sign = signAfter(last);
            boolean ornament = sign == before || sign == signAfter(lastOfRun(last + 1));
            signs[last] = sign == SPACE || ornament || isGrouping(sign, last + 1) ? NOTHING : sign;
            before = sign;
            first = last + 1;
        }
        return signs;
    }

    /**
     * The letters and digits of what may be meant for a number: nothing but digits and what looks like 0 and 1, side by side; a digit among them, or
     * an ideograph beside them: 1OO and 满lOO元, but not loo.
     */
    private BitSet findLikeNumbers() {
        var like = new BitSet(letters.size());
        for (int first = 0; first < letters.size(); ) {
            int end = first + 1;
            boolean digits = kind(first) == Kind.DIGIT;
            boolean likeDigits = isLikeDigit(first);
            while (kind(first) != Kind.IDEOGRAPH && touches(end - 1) && isWordOrDigit(end)) {
                digits |= kind(end) == Kind.DIGIT;
                likeDigits &= isLikeDigit(end);
                end++;
            }
            boolean beside = (touches(first - 1) && kind(first - 1) == Kind.IDEOGRAPH)
                    || (touches(end - 1) && kind(end) == Kind.IDEOGRAPH);
            like.set(first, end, likeDigits && (digits || beside));
            first = end;
        }
        return like;
    }

    private boolean isLikeDigit(int at) {
        return isWordOrDigit(at) && Character.isDigit(letter(at).digit());
    }

    private boolean isWordOrDigit(int at) {
        return kind(at) == Kind.WORD || kind(at) == Kind.DIGIT;
    }

    private boolean isDigitPair(int at) {
        return kind(at) == Kind.DIGIT && kind(at + 1) == Kind.DIGIT;
    }

    /** The sign between that digit, the last of a run, and the next one. */
    private int signAfter(int last) {
        return isDigitPair(last) ? places.get(last).gap() : NOTHING;
    }

    /** The last of the digits that stand side by side from there on. */
    private int lastOfRun(int first) {
        int last = first;
        while (isDigitPair(last) && places.get(last).gap() == NOTHING) {
            last++;
        }
        return last;
    }

    private boolean isGrouping(int sign, int first) {
        return sign == ',' && kind(first) == Kind.DIGIT && lastOfRun(first) - first + 1 == THOUSAND;
    }

    String written() {
        return written;
    }

    int size() {
        return letters.size();
    }

    Letter letter(int at) {
        return letters.get(at);
    }

    /** Whether it has more than one line. */
    boolean hasBreak() {
        return letters.contains(Letter.BREAK);
    }

    /** There is a break before the first, and after the last. */
    private Kind kind(int at) {
        return at < 0 || at >= letters.size() ? Kind.BREAK : letters.get(at).kind();
    }

    /** Where it begins in what was written. */
    int start(int at) {
        return places.get(at).start();
    }

    /** Where it ends in what was written. */
    int end(int at) {
        return places.get(at).end();
    }

    /** The first sign between it and the next; white space when there is only that or a picture, 0 when nothing is seen. */
    int gap(int at) {
        return places.get(at).gap();
    }

    /** Where that sign ends. */
    int gapEnd(int at) {
        return places.get(at).gapEnd();
    }

    /** The sign between it and the next when that is a part of a number, as the point of 9.9; otherwise 0. */
    int numberSign(int at) {
        return numberSigns[at];
    }

    /** Whether it and the one before it are seen as one word or number; so that nothing begins or ends between the two. */
    boolean isJoined(int at) {
        int before = at - 1;
        if (kind(before) == Kind.BREAK || kind(at) == Kind.BREAK) {
            return false;
        }
        if (start(before) == start(at)) {
            return true;
        }
        int gap = gap(before);
        return switch (kind(at)) {
            case WORD -> kind(before) == Kind.WORD && gap == NOTHING;
            case DIGIT -> kind(before) == Kind.DIGIT && (gap == NOTHING || gap == '.' || isGrouping(gap, at));
            default -> false;
        };
    }

    /** Whether both are of a number, Chinese numerals included, and nothing is seen between them. */
    boolean isNumberJoined(int at) {
        return at > 0
                && at < letters.size()
                && gap(at - 1) == NOTHING
                && Reading.isNumeral(letter(at - 1))
                && Reading.isNumeral(letter(at));
    }

    /** Whether it may be read as that one of the others. */
    boolean readsAs(int at, Letters others, int other) {
        int value = others.letter(other).value();
        int first = at * READINGS;
        return readings[first] == value || readings[first + 1] == value || readings[first + 2] == value;
    }

    /** The values that it may be read as where it stands; its own, and at most two others. */
    IntStream readingsOf(int at) {
        return Arrays.stream(readings, at * READINGS, (at + 1) * READINGS).distinct();
    }

    private IntStream readings(int at) {
        int value = letter(at).value();
        return switch (letter(at).kind()) {
            case IDEOGRAPH -> {
                int before = touches(at - 1) ? letter(at - 1).value() : NOTHING;
                yield IntStream.of(value, value, HanLookAlikes.meant(value, before));
            }
            case DIGIT -> hasBeside(at, Kind.WORD) ? digitInWord(value) : IntStream.of(value, value, value);
            case WORD -> {
                boolean capital = isCapital(at);
                int digit = likeNumbers.get(at) && (capital || value != 'i')
                        ? letter(at).digit()
                        : value;
                yield IntStream.of(value, digit, letterInWord(at, value, capital));
            }
            default -> IntStream.of(value, value, value);
        };
    }

    private static IntStream digitInWord(int value) {
        return switch (value) {
            case '0' -> IntStream.of(value, 'o', 'o');
            case '1' -> IntStream.of(value, 'i', 'l');
            default -> IntStream.of(value, value, value);
        };
    }

    /** A small l beside a capital is like I, and I after a small letter like l. */
    private int letterInWord(int at, int value, boolean capital) {
        return switch (value) {
            case 'l' -> isCapitalBeside(at) ? 'i' : value;
            case 'i' -> capital && isSmall(at - 1) ? 'l' : value;
            default -> value;
        };
    }

    /** Whether nothing is seen between that one and the next. */
    private boolean touches(int at) {
        return kind(at) != Kind.BREAK && gap(at) == NOTHING;
    }

    private boolean hasBeside(int at, Kind kind) {
        return (touches(at - 1) && kind(at - 1) == kind) || (touches(at) && kind(at + 1) == kind);
    }

    private boolean isCapitalBeside(int at) {
        return (touches(at - 1) && isCapital(at - 1))
                || (touches(at) && kind(at + 1) != Kind.BREAK && isCapital(at + 1));
    }

    private boolean isCapital(int at) {
        return UCharacter.isUpperCase(written.codePointAt(start(at)));
    }

    private boolean isSmall(int at) {
        return touches(at) && UCharacter.isLowerCase(written.codePointAt(start(at)));
    }
}
