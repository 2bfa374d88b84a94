package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.engagement.Engagement;
import reactor.core.publisher.Mono;

/**
 * The engagements, kept by their service. Fails in {@link io.factmatrix.kit.problem.ProblemException} when it refuses, and with 503 {@code field.unavailable} when it does not
 * answer.
 */
public interface Engagements {

    /** 404 {@code engagement.unknown}. */
    Mono<Engagement> find(Caller caller, String id);
}
