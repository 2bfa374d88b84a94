package io.factmatrix.kit.lines;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The line that is being read. Holds no more than the longest line, however long the line turns out. */
final class LineBuffer {

    /** 16 KiB, without the line break. */
    static final int LONGEST = 16 * 1024;

    /** One more, for a carriage return that may turn out to belong to the line break. */
    private final byte[] kept = new byte[LONGEST + 1];

    private int length;
    private int number = 1;

    void append(byte value) {
        if (length < kept.length) {
            kept[length] = value;
        }
        length++;
    }

    void append(byte[] bytes, int from, int to) {
        if (length < kept.length) {
            System.arraycopy(bytes, from, kept, length, Math.min(to - from, kept.length - length));
        }
        length += to - from;
    }

    /** Ends the line: null when it is blank. What follows is the next line. */
    @Nullable Line end() {
        var line = line();
        number++;
        length = 0;
        return line;
    }

    /** How many lines have been ended. */
    int ended() {
        return number - 1;
    }

    private @Nullable Line line() {
        int end = length <= kept.length && length > 0 && kept[length - 1] == '\r' ? length - 1 : length;
        if (end > LONGEST) {
            return Line.tooLong(number);
        }
        return isBlank(end) ? null : Line.of(number, Arrays.copyOf(kept, end));
    }

    private boolean isBlank(int end) {
        for (int i = 0; i < end; i++) {
            if (!isSpace(kept[i])) {
                return false;
            }
        }
        return true;
    }

    static boolean isSpace(byte value) {
        return value == ' ' || value == '\t' || value == '\r' || value == '\n';
    }
}
