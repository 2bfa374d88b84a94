package io.factmatrix.kol.domain.kol;

import com.fasterxml.jackson.annotation.JsonValue;
import io.factmatrix.kit.resource.Id;
import io.factmatrix.kit.resource.Kind;

/** The id of an unavailability; made here. */
public record UnavailabilityId(@JsonValue String value) implements Id {

    public static final Kind UNAVAILABILITY = new Kind("unavailability");

    /** 404 {@code unavailability.unknown} when it has not the form of one. */
    public static UnavailabilityId of(String text) {
        return new UnavailabilityId(UNAVAILABILITY.id(text));
    }

    @Override
    public String toString() {
        return value;
    }
}
