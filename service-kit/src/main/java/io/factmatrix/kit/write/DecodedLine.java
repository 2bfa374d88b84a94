package io.factmatrix.kit.write;

import io.factmatrix.kit.json.Decoder;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.json.StrictJson;
import io.factmatrix.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the body of a write: what it says, or why it says nothing.
 *
 * @param line counted from 1, blank ones too
 * @param content null when the line is refused
 * @param code why it is refused; null when it is not
 * @param detail the offending value and what was expected; null when it is not refused
 */
public record DecodedLine<T>(
        int line,
        @Nullable T content,
        @Nullable String code,
        @Nullable String detail) {

    private static final int LONGEST = 16 * 1024;

    /** As deep as the body of any other write. */
    private static final StrictJson LINE = new StrictJson("line", 6);

    /** The lines that are not blank. */
    static <T> List<DecodedLine<T>> all(byte[] body, LineLimits limits, Decoder<T> decoder) {
        var lines = new ArrayList<DecodedLine<T>>();
        int number = 1;
        int start = 0;
        while (start < body.length) {
            int end = start;
            while (end < body.length && body[end] != '\n') {
                end++;
            }
            if (!isBlank(body, start, end)) {
                if (lines.size() == limits.lines()) {
                    throw new ProblemException(
                            413,
                            "lines.too_many",
                            "body: over %d lines (expected: at most that)".formatted(limits.lines()));
                }
                lines.add(decoded(number, Arrays.copyOfRange(body, start, end), decoder));
            }
            start = end + 1;
            number++;
        }
        return lines;
    }

    private static boolean isBlank(byte[] body, int start, int end) {
        for (int at = start; at < end; at++) {
            if (body[at] != ' ' && body[at] != '\t' && body[at] != '\r') {
                return false;
            }
        }
        return true;
    }

    private static <T> DecodedLine<T> decoded(int number, byte[] line, Decoder<T> decoder) {
        if (line.length > LONGEST) {
            return new DecodedLine<>(
                    number,
                    null,
                    "line.too_long",
                    "line: %d bytes (expected: at most %d)".formatted(line.length, LONGEST));
        }
        try {
            var members = LINE.read(line);
            var content = decoder.decode(members);
            members.nothingLeft();
            return new DecodedLine<>(number, content, null, null);
        } catch (Refused refused) {
            return new DecodedLine<>(number, null, refused.code(), refused.detail());
        }
    }
}
