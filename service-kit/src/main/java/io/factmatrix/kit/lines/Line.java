package io.factmatrix.kit.lines;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One line of a body that is not blank: a line of NDJSON, or an element of a JSON array; or that it was too long to keep. */
public final class Line {

    private final int number;
    private final byte @Nullable [] bytes;

    private Line(int number, byte @Nullable [] bytes) {
        this.number = number;
        this.bytes = bytes;
    }

    /** The line of that number; its bytes are handed over, without a line break. */
    public static Line of(int number, byte[] bytes) {
        return new Line(number, bytes);
    }

    /** A line of which nothing but its number was kept. */
    public static Line tooLong(int number) {
        return new Line(number, null);
    }

    /** Counted from 1, blank lines included; elements of an array count as lines. */
    public int number() {
        return number;
    }

    /** The content, never with a line feed in it, not copied; null when it was {@link #isTooLong() too long}. */
    public byte @Nullable [] bytes() {
        return bytes;
    }

    /** Longer than a line may be: {@code line.too_long}. */
    public boolean isTooLong() {
        return bytes == null;
    }

    @Override
    public String toString() {
        return number + ": " + (bytes == null ? "(too long)" : new String(bytes, StandardCharsets.UTF_8));
    }
}
