package io.factmatrix.gateway.application.webhook;

import io.factmatrix.gateway.domain.webhook.Outcome;
import java.net.URI;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Sends to the outside, and nowhere else. */
@FunctionalInterface
public interface Sender {

    /** One attempt; never fails. */
    Mono<Outcome> send(URI url, Map<String, String> headers, byte[] body);
}
