package io.factmatrix.livestream.domain.phrase;

/**
 * What a character, or a part of one, counts as.
 *
 * @param value the same for whatever reads the same; of a sign, what it is a sign of
 */
record Letter(int value, Kind kind) {

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

    static final Letter MARK = new Letter(0, Kind.MARK);
    static final Letter INVISIBLE = new Letter(0, Kind.INVISIBLE);
    static final Letter GAP = new Letter(' ', Kind.GAP);
    static final Letter BREAK = new Letter('\n', Kind.BREAK);

    /** The digit that it looks like, at least as a capital; its value when it looks like none. */
    int digit() {
        return switch (value) {
            case 'i', 'l' -> '1';
            case 'o' -> '0';
            default -> value;
        };
    }

    /** Whether it is a digit, or written as one. */
    boolean isDigit() {
        return value >= '0' && value <= '9';
    }

    /** Whether it is one that is read; all others only stand between those. */
    boolean isRead() {
        return switch (kind) {
            case WORD, DIGIT, IDEOGRAPH -> true;
            case MARK, INVISIBLE, SIGN, GAP, BREAK -> false;
        };
    }
}
