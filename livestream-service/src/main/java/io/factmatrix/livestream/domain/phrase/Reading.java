package io.factmatrix.livestream.domain.phrase;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.Transliterator;
import io.factmatrix.livestream.domain.phrase.Letter.Kind;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a character counts as, whatever stands beside it: so a phrase gives the same letters wherever it stands, and every letter knows which
 * character it comes from.
 *
 * <ol>
 *   <li>White letters on black and those of flags are letters; compatibility forms are what they are forms of (NFKC): full and half width, circled
 *       and parenthesised, Kangxi radicals, compatibility ideographs, mathematical alphabets.
 *   <li>Combining marks and variation selectors are dropped; bidi controls, zero width and other default-ignorables are not seen.
 *   <li>Every digit of every script is that digit. So are the Chinese numerals from 零 to 九 and their financial forms: 第1 is 第一, 壹 is 一; 拾, 佰
 *       and 仟 are 十, 百 and 千. Values are not computed: 十 is not 10.
 *   <li>Traditional is simplified, character by character: 後 and 后 are one, which of them was meant is not asked.
 *   <li>Letters are what they look like by Unicode's confusables (UTS #39): Cyrillic а is a, the katakana ロ is the mouth 口. A capital is asked
 *       first by its own look, then by that of its small letter, since В looks like B and в like nothing.
 * </ol>
 */
final class Reading {

    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final Normalizer2 NFKC_CASE_FOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    private static final SpoofChecker CONFUSABLES =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

    /** By value: 零 or 〇 first. The lengthened vowel ー and ニ and ハ look like the numerals. */
    private static final String[] NUMERALS = {
        "零〇", "一壹弌ー〡", "二贰貳弍ニ〢", "三叁叄弎〣", "四肆〤亖", "五伍〥", "六陆陸〦", "七柒〧", "八捌ハ〨", "九玖〩"
    };

    /** Strokes that stand between characters for ornament. Unicode takes them for slashes. */
    private static final String ORNAMENTS = "丶丿丨乀灬";

    private static final String LARGE = "十百千万亿";
    private static final String FINANCIAL_LARGE = "拾佰仟";

    /** Of the basic plane: they are all that a script has, but for rarities. Some 4 MB at most. */
    private static final AtomicReferenceArray<List<Letter>> KNOWN = new AtomicReferenceArray<>(0x10000);

    private Reading() {}

    /** The letters of that code point, in their order. A lone surrogate is a gap. */
    static List<Letter> of(int codePoint) {
        if (codePoint >= KNOWN.length()) {
            return read(codePoint);
        }
        var known = KNOWN.get(codePoint);
        if (known == null) {
            known = read(codePoint);
            KNOWN.set(codePoint, known);
        }
        return known;
    }

    /** Whether it is one of which numbers are written in Chinese. */
    static boolean isNumeral(Letter letter) {
        return letter.kind() == Kind.DIGIT
                || (letter.kind() == Kind.IDEOGRAPH && (letter.isDigit() || LARGE.indexOf(letter.value()) >= 0));
    }

    private static List<Letter> read(int codePoint) {
        if (codePoint == '\uFF0C') {
            // Unlike an ASCII comma it never groups digits.
            return List.of(new Letter(codePoint, Kind.SIGN));
        }
        return NFKC.normalize(Character.toString(unboxed(codePoint)))
                .codePoints()
                .boxed()
                .flatMap(part -> withoutMarks(part).boxed())
                .flatMap(Reading::letters)
                .toList();
    }

    /** The letter in a black circle, a black square or half a flag, of which NFKC knows nothing. */
    private static int unboxed(int codePoint) {
        for (int first : new int[] {0x1F150, 0x1F170, 0x1F1E6}) {
            if (codePoint >= first && codePoint < first + 26) {
                return 'A' + codePoint - first;
            }
        }
        return codePoint;
    }

    /** Taken apart, so that its marks are dropped with the others; but not a syllable of Korean, which is made of letters. */
    private static IntStream withoutMarks(int codePoint) {
        return UScript.getScript(codePoint) == UScript.HANGUL
                ? IntStream.of(codePoint)
                : NFD.normalize(Character.toString(codePoint)).codePoints();
    }

    private static Stream<Letter> letters(int c) {
        if (c >= '\u2E80' && c <= '\u2EFF') {
            // CJK radicals: to Unicode they are symbols.
            return look(c).filter(UCharacter::isLetter).boxed().flatMap(Reading::letter);
        }
        return switch (UCharacter.getType(c)) {
            case ECharacterCategory.NON_SPACING_MARK,
                    ECharacterCategory.ENCLOSING_MARK,
                    ECharacterCategory.COMBINING_SPACING_MARK -> Stream.of(Letter.MARK);
            case ECharacterCategory.FORMAT -> Stream.of(Letter.INVISIBLE);
            case ECharacterCategory.LINE_SEPARATOR, ECharacterCategory.PARAGRAPH_SEPARATOR -> Stream.of(Letter.BREAK);
            case ECharacterCategory.CONTROL -> Stream.of(control(c));
            case ECharacterCategory.DASH_PUNCTUATION,
                    ECharacterCategory.START_PUNCTUATION,
                    ECharacterCategory.END_PUNCTUATION,
                    ECharacterCategory.CONNECTOR_PUNCTUATION,
                    ECharacterCategory.OTHER_PUNCTUATION,
                    ECharacterCategory.INITIAL_PUNCTUATION,
                    ECharacterCategory.FINAL_PUNCTUATION,
                    ECharacterCategory.MATH_SYMBOL -> Stream.of(new Letter(sign(c), Kind.SIGN));
            case ECharacterCategory.DECIMAL_DIGIT_NUMBER -> digits(UCharacter.digit(c));
            case ECharacterCategory.LETTER_NUMBER, ECharacterCategory.OTHER_NUMBER -> number(c);
            case ECharacterCategory.UPPERCASE_LETTER,
                    ECharacterCategory.LOWERCASE_LETTER,
                    ECharacterCategory.TITLECASE_LETTER,
                    ECharacterCategory.OTHER_LETTER -> letter(c);
            // Most modify what stands before them, as primes do; not so ー and 々.
            case ECharacterCategory.MODIFIER_LETTER ->
                c == 'ー' || UScript.getScript(c) != UScript.COMMON ? letter(c) : Stream.of(Letter.INVISIBLE);
            default -> Stream.of(c == '°' ? new Letter(c, Kind.SIGN) : Letter.GAP);
        };
    }

    private static Letter control(int c) {
        boolean ends = (c >= '\n' && c <= '\r') || c == '\u0085';
        if (ends) {
            return Letter.BREAK;
        }
        return UCharacter.isUWhiteSpace(c) ? Letter.GAP : Letter.INVISIBLE;
    }

    /** Dashes are one sign, and so are slashes and the colon of ratios. */
    private static int sign(int c) {
        return switch (c) {
            case '−', '~' -> '-';
            case '⁄', '∕' -> '/';
            case '∶' -> ':';
            default -> UCharacter.getType(c) == ECharacterCategory.DASH_PUNCTUATION ? '-' : c;
        };
    }

    private static Stream<Letter> number(int c) {
        if (numeral(c) != c) {
            return letter(c);
        }
        double value = UCharacter.getUnicodeNumericValue(c);
        return value == Math.rint(value) && value >= 0 && value < 100 ? digits((int) value) : Stream.of(Letter.GAP);
    }

    private static Stream<Letter> digits(int value) {
        return Integer.toString(value).chars().mapToObj(digit -> new Letter(digit, Kind.DIGIT));
    }

    private static Stream<Letter> letter(int c) {
        if (UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
            // The fillers of Korean, which are as wide as a letter and empty.
            return Stream.of(Letter.INVISIBLE);
        }
        if (ORNAMENTS.indexOf(c) >= 0) {
            return Stream.of(Letter.GAP);
        }
        var kind = kind(c);
        return look(c).mapToObj(part -> new Letter(part, kind));
    }

    private static Kind kind(int c) {
        int script = UScript.getScript(c);
        return c == 'ー' || script == UScript.HANGUL || UScript.breaksBetweenLetters(script)
                ? Kind.IDEOGRAPH
                : Kind.WORD;
    }

    private static IntStream look(int c) {
        if (c < 0x80) {
            return IntStream.of(UCharacter.toLowerCase(c));
        }
        if (kind(c) == Kind.IDEOGRAPH || UScript.getScript(c) == UScript.HAN) {
            return IntStream.of(numeral(ideograph(c)));
        }
        return word(c);
    }

    private static int numeral(int c) {
        for (int value = 0; value < NUMERALS.length; value++) {
            if (NUMERALS[value].indexOf(c) >= 0) {
                return '0' + value;
            }
        }
        int large = FINANCIAL_LARGE.indexOf(c);
        return large < 0 ? c : LARGE.charAt(large);
    }

    /** Only what looks like one whole character counts: Unicode also takes 今 for three Korean letters. */
    private static int ideograph(int c) {
        int simple = simplified(c);
        if (numeral(simple) != simple) {
            return simple;
        }
        var look = CONFUSABLES.getSkeleton(Character.toString(simple));
        int first = look.codePointAt(0);
        boolean whole = look.length() == Character.charCount(first) && UScript.getScript(first) == UScript.HAN;
        return whole ? simplified(first) : simple;
    }

    private static int simplified(int c) {
        return UScript.getScript(c) == UScript.HAN
                ? SIMPLIFIED.transliterate(Character.toString(c)).codePointAt(0)
                : c;
    }

    private static IntStream word(int c) {
        return Stream.of(c, UCharacter.toLowerCase(c), UCharacter.toUpperCase(c))
                .map(Reading::confusable)
                .filter(look -> look.chars().allMatch(unit -> unit < 0x80 && UCharacter.isLetterOrDigit(unit)))
                .filter(look -> !look.isEmpty())
                .findFirst()
                .orElseGet(() -> folded(Character.toString(c)))
                .codePoints();
    }

    /** A capital that Unicode takes for a small l looks like I. */
    private static String confusable(int c) {
        var look = CONFUSABLES.getSkeleton(Character.toString(c));
        return look.equals("l") && UCharacter.isUpperCase(c) ? "i" : folded(look);
    }

    private static String folded(String text) {
        return NFD.normalize(NFKC_CASE_FOLD.normalize(text))
                .codePoints()
                .filter(UCharacter::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
