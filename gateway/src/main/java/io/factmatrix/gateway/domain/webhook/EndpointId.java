package io.factmatrix.gateway.domain.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import io.factmatrix.kit.resource.Id;
import io.factmatrix.kit.resource.Kind;

/** The id of an endpoint; made here. */
public record EndpointId(@JsonValue String value) implements Id {

    public static final Kind ENDPOINT = new Kind("webhook-endpoint");

    /** 404 {@code webhook-endpoint.unknown} when it has not the form of one. */
    public static EndpointId of(String text) {
        return new EndpointId(ENDPOINT.id(text));
    }

    @Override
    public String toString() {
        return value;
    }
}
