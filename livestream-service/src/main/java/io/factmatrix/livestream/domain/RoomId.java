package io.factmatrix.livestream.domain;

import com.fasterxml.jackson.annotation.JsonValue;
import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.problem.ProblemException;

/** The id of a room; made here. */
public record RoomId(@JsonValue String value) {

    /** 404 {@code room.unknown} when it has not the form of one. */
    public static RoomId of(String text) {
        var id = new RoomId(text);
        if (!NewIds.isValid(text)) {
            throw id.unknown();
        }
        return id;
    }

    /** What is answered when the merchant has no such room. */
    public ProblemException unknown() {
        return new ProblemException(404, "room.unknown", "room: %s (expected: one of the merchant's)".formatted(value));
    }

    @Override
    public String toString() {
        return value;
    }
}
