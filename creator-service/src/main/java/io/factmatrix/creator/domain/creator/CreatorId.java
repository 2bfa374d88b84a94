package io.factmatrix.creator.domain.creator;

import com.fasterxml.jackson.annotation.JsonValue;
import io.factmatrix.kit.resource.Id;
import io.factmatrix.kit.resource.Kind;

/** The id of a creator; made here. */
public record CreatorId(@JsonValue String value) implements Id {

    public static final Kind CREATOR = new Kind("creator");

    /** 404 {@code creator.unknown} when it has not the form of one. */
    public static CreatorId of(String text) {
        return new CreatorId(CREATOR.id(text));
    }

    @Override
    public String toString() {
        return value;
    }
}
