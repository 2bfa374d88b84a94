package io.factmatrix.gateway.fields;

import io.factmatrix.gateway.application.Statements;
import io.factmatrix.gateway.domain.Caller;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import reactor.core.publisher.Flux;

/** Settlement statements, over HTTP. */
final class HttpStatements implements Statements {

    private static final ParameterizedTypeReference<Map<String, @Nullable Object>> STATEMENT =
            new ParameterizedTypeReference<>() {};

    private final FieldResources service;

    HttpStatements(FieldResources service) {
        this.service = service;
    }

    @Override
    public Flux<Map<String, @Nullable Object>> closed(Caller caller) {
        return service.all(caller, "settlement-statements", STATEMENT, Map.of("state", "closed"));
    }
}
