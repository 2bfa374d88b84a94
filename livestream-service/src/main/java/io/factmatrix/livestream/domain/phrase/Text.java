package io.factmatrix.livestream.domain.phrase;

/** A script, or a part of one: normalised once, to look for many phrases in it. */
public final class Text {

    /** In UTF-16 units. A host speaks some 250 characters a minute: more than an hour without a pause. */
    public static final int MAX_LENGTH = 20_000;

    private final Letters letters;

    private Text(Letters letters) {
        this.letters = letters;
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

    /** As it was written. */
    @Override
    public String toString() {
        return letters.written();
    }
}
