package io.factmatrix.gateway.application.webhook;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.watch.Look;
import reactor.core.publisher.Mono;

/** Looks at what a merchant has. What does not answer is no error: it has not answered. */
@FunctionalInterface
public interface Looking {

    Mono<Look> at(Caller caller);
}
