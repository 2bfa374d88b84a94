package io.factmatrix.gateway.domain.webhook;

import java.net.URI;
import java.util.List;

/** Where an endpoint is, and what it asks to be told of. */
public record Subscription(URI url, List<EventType> types) {

    public Subscription {
        types = types.stream().sorted().toList();
    }
}
