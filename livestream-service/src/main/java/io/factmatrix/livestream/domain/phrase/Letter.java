package io.factmatrix.livestream.domain.phrase;

/**
 * What a character, or a part of one, counts as.
 *
 * @param value the same for whatever reads the same; of a sign, what it is a sign of
 * @param look the same for whatever looks the same besides: never tells apart what {@code value} does not. A supplementary one is folded into
 *     the private use area, so that a text of looks has one {@code char} each; two that fall together there are told apart by value.
 */
record Letter(int value, char look, Kind kind) {

    enum Kind {
        /** Of a script that writes words between spaces: Latin, Greek, Cyrillic. */
        WORD,
        DIGIT,
        /** Of a script that writes without spaces, or whose particles cling to words, as in Korean. */
        IDEOGRAPH,
        /** Combines with what stands before it, and is seen as a part of that. */
        MARK,
        /** Not seen: formatting, default-ignorable. */
        INVISIBLE,
        /** A punctuation or mathematical sign. */
        SIGN,
        /** White space, a picture, what is not a character at all. */
        GAP,
        /** Ends a line. */
        BREAK
    }

    static final Letter MARK = new Letter(0, '\0', Kind.MARK);
    static final Letter INVISIBLE = new Letter(0, '\0', Kind.INVISIBLE);
    static final Letter GAP = new Letter(' ', '\0', Kind.GAP);
    static final Letter BREAK = new Letter('\n', '\n', Kind.BREAK);

    private static final int PRIVATE_USE = 0xE000;
    private static final int PRIVATE_USE_SIZE = 0x1900;

    static Letter sign(int value) {
        return new Letter(value, '\0', Kind.SIGN);
    }

    static Letter of(int value, Kind kind) {
        int look = switch (value) {
            case 'i', 'l' -> '1';
            case 'o' -> '0';
            default -> HanLookAlikes.imitatedBy(value);
        };
        char unit = (char) (Character.isBmpCodePoint(look) ? look : PRIVATE_USE + look % PRIVATE_USE_SIZE);
        return new Letter(value, unit, kind);
    }

    /** Whether it is one that is read; all others only stand between those. */
    boolean isRead() {
        return switch (kind) {
            case WORD, DIGIT, IDEOGRAPH -> true;
            case MARK, INVISIBLE, SIGN, GAP, BREAK -> false;
        };
    }
}
