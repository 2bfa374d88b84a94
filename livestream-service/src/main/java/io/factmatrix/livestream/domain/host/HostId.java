package io.factmatrix.livestream.domain.host;

import com.fasterxml.jackson.annotation.JsonValue;
import io.factmatrix.kit.resource.Id;
import io.factmatrix.kit.resource.Kind;

/** The id of a host; made here. */
public record HostId(@JsonValue String value) implements Id {

    public static final Kind HOST = new Kind("host");

    /** 404 {@code host.unknown} when it has not the form of one. */
    public static HostId of(String text) {
        return new HostId(HOST.id(text));
    }

    @Override
    public String toString() {
        return value;
    }
}
