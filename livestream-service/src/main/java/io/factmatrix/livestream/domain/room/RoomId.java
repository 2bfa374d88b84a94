package io.factmatrix.livestream.domain.room;

import com.fasterxml.jackson.annotation.JsonValue;
import io.factmatrix.kit.resource.Id;
import io.factmatrix.kit.resource.Kind;

/** The id of a room; made here. */
public record RoomId(@JsonValue String value) implements Id {

    public static final Kind ROOM = new Kind("room");

    /** 404 {@code room.unknown} when it has not the form of one. */
    public static RoomId of(String text) {
        return new RoomId(ROOM.id(text));
    }

    @Override
    public String toString() {
        return value;
    }
}
