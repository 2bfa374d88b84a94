package io.factmatrix.livestream.domain.session;

import com.fasterxml.jackson.annotation.JsonValue;
import io.factmatrix.kit.resource.Id;
import io.factmatrix.kit.resource.Kind;

/** The id of a session; made here. */
public record SessionId(@JsonValue String value) implements Id {

    public static final Kind SESSION = new Kind("session");

    /** 404 {@code session.unknown} when it has not the form of one. */
    public static SessionId of(String text) {
        return new SessionId(SESSION.id(text));
    }

    @Override
    public String toString() {
        return value;
    }
}
