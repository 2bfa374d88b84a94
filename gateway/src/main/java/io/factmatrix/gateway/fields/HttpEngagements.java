package io.factmatrix.gateway.fields;

import io.factmatrix.gateway.application.Engagements;
import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.engagement.Engagement;
import reactor.core.publisher.Mono;

/** Engagements, over HTTP. */
final class HttpEngagements implements Engagements {

    private final FieldResources service;

    HttpEngagements(FieldResources service) {
        this.service = service;
    }

    @Override
    public Mono<Engagement> find(Caller caller, String id) {
        return service.get(
                caller,
                Engagement.class,
                uri -> uri.path("/v1/merchants/{merchant}/engagements/{engagement}")
                        .build(caller.merchant().value(), id));
    }
}
