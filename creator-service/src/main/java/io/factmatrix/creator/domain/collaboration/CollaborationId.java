package io.factmatrix.creator.domain.collaboration;

import com.fasterxml.jackson.annotation.JsonValue;
import io.factmatrix.kit.resource.Id;
import io.factmatrix.kit.resource.Kind;

/** The id of a collaboration; made here. */
public record CollaborationId(@JsonValue String value) implements Id {

    public static final Kind COLLABORATION = new Kind("collaboration");

    /** 404 {@code collaboration.unknown} when it has not the form of one. */
    public static CollaborationId of(String text) {
        return new CollaborationId(COLLABORATION.id(text));
    }

    @Override
    public String toString() {
        return value;
    }
}
