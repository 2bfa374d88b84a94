package io.factmatrix.livestream.domain.host;

import com.fasterxml.jackson.annotation.JsonValue;
import io.factmatrix.kit.resource.Id;
import io.factmatrix.kit.resource.Kind;

/** The id of a shift; made here. */
public record ShiftId(@JsonValue String value) implements Id {

    public static final Kind SHIFT = new Kind("shift");

    /** 404 {@code shift.unknown} when it has not the form of one. */
    public static ShiftId of(String text) {
        return new ShiftId(SHIFT.id(text));
    }

    @Override
    public String toString() {
        return value;
    }
}
