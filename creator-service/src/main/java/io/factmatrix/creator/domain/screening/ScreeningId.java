package io.factmatrix.creator.domain.screening;

import com.fasterxml.jackson.annotation.JsonValue;
import io.factmatrix.kit.resource.Id;
import io.factmatrix.kit.resource.Kind;

/** The id of a screening; made here. */
public record ScreeningId(@JsonValue String value) implements Id {

    public static final Kind SCREENING = new Kind("screening");

    /** 404 {@code screening.unknown} when it has not the form of one. */
    public static ScreeningId of(String text) {
        return new ScreeningId(SCREENING.id(text));
    }

    @Override
    public String toString() {
        return value;
    }
}
