package io.factmatrix.gateway.http;

import io.factmatrix.kit.audit.AuditController;
import io.factmatrix.kit.audit.AuditEntry;
import io.factmatrix.kit.paging.Page;
import java.util.List;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.NotAcceptableStatusException;
import reactor.core.publisher.Mono;

/** What was changed here, beside the trails of the services, which are routed to: {@code field=gateway}. Asked before the routes, as no controller could leave what it does not answer to them. */
final class OwnAuditTrail {

    /** In the place of a field. */
    static final String WORD = "gateway";

    private OwnAuditTrail() {}

    static RouterFunction<ServerResponse> route(AuditController trail) {
        return RouterFunctions.route(
                RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD)
                        .and(RequestPredicates.path("/v1/merchants/{merchant}/audit-trail"))
                        .and(RequestPredicates.queryParam("field", WORD)),
                request -> entries(trail, request));
    }

    private static Mono<ServerResponse> entries(AuditController trail, ServerRequest request) {
        var accepted = request.headers().accept();
        if (!accepted.isEmpty() && accepted.stream().noneMatch(MediaType.APPLICATION_JSON::isCompatibleWith)) {
            return Mono.error(new NotAcceptableStatusException(List.of(MediaType.APPLICATION_JSON)));
        }
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        trail.entries(
                                request.pathVariable("merchant"),
                                request.exchange().getRequest()),
                        new ParameterizedTypeReference<Page<AuditEntry>>() {});
    }
}
