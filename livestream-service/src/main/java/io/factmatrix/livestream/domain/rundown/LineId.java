package io.factmatrix.livestream.domain.rundown;

import com.fasterxml.jackson.annotation.JsonValue;
import io.factmatrix.kit.resource.Id;
import io.factmatrix.kit.resource.Kind;

/** The id of a line of a rundown; made here. */
public record LineId(@JsonValue String value) implements Id {

    public static final Kind LINE = new Kind("line");

    /** 404 {@code line.unknown} when it has not the form of one. */
    public static LineId of(String text) {
        return new LineId(LINE.id(text));
    }

    @Override
    public String toString() {
        return value;
    }
}
