package io.factmatrix.kit.lines;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * Why a line was rejected.
 *
 * @param line counted from 1
 * @param id of the event, when it could be read
 * @param code a stable word
 * @param detail the offending value and what was expected
 */
@JsonPropertyOrder({"line", "id", "code", "detail"})
public record LineError(int line, @Nullable String id, String code, String detail) {

    /** The same error, at the line of that number. */
    public LineError at(int other) {
        return new LineError(other, id, code, detail);
    }
}
