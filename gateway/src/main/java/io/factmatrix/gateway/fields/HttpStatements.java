package io.factmatrix.gateway.fields;

import io.factmatrix.gateway.application.Statements;
import io.factmatrix.gateway.domain.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Settlement statements, over HTTP. */
final class HttpStatements implements Statements {

    private static final int PAGE = 500;

    private final FieldResources service;

    HttpStatements(FieldResources service) {
        this.service = service;
    }

    @Override
    public Mono<Page> closed(Caller caller, @Nullable String cursor) {
        return service.get(
                caller,
                Page.class,
                uri -> uri.path("/v1/merchants/{merchant}/settlement-statements")
                        .queryParam("state", "closed")
                        .queryParam("limit", PAGE)
                        .queryParamIfPresent("cursor", Optional.ofNullable(cursor))
                        .build(caller.merchant().value()));
    }
}
