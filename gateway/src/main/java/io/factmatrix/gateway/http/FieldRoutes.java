package io.factmatrix.gateway.http;

import io.factmatrix.gateway.domain.FieldService;
import io.factmatrix.gateway.domain.Sections;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.ledger.domain.event.Field;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** What is handed on, as it is, to the service that has it. */
final class FieldRoutes {

    private static final String MERCHANT = "/v1/merchants/{merchant}";

    /** What every service has, to be read there: {@code field} says at which. */
    private static final String[] OF_A_FIELD = {
        MERCHANT + "/events", MERCHANT + "/events/{id}", MERCHANT + "/exports/ledger", MERCHANT + "/audit-trail"
    };

    /** What one service alone has. */
    private static final Map<FieldService, String[]> OF_ONE = Map.of(
            FieldService.LIVESTREAM,
            new String[] {
                MERCHANT + "/rooms/**",
                MERCHANT + "/hosts/**",
                MERCHANT + "/shifts/**",
                MERCHANT + "/sessions/**",
                MERCHANT + "/rundown-templates/**",
                MERCHANT + "/gate-rules/**"
            },
            FieldService.CREATOR,
            new String[] {
                MERCHANT + "/creators/**",
                MERCHANT + "/screenings/**",
                MERCHANT + "/outreaches/**",
                MERCHANT + "/collaborations/**",
                MERCHANT + "/participations/**",
                MERCHANT + "/commissions/**",
                MERCHANT + "/settlement-statements/**",
                MERCHANT + "/marginal-creators",
                MERCHANT + "/break-evens"
            },
            FieldService.CAMPAIGN,
            new String[] {
                MERCHANT + "/campaigns/**",
                MERCHANT + "/offers/**",
                MERCHANT + "/promise-rules",
                MERCHANT + "/product-limits/**"
            },
            FieldService.KOL,
            new String[] {MERCHANT + "/kols/**", MERCHANT + "/engagements/**"});

    /** What is answered here, of all fields. */
    private static final String[] OF_ALL = {
        MERCHANT + "/campaigns/{campaign}/report", MERCHANT + "/engagements/{engagement}/breakout"
    };

    private static final String FIELDS =
            Sections.FIELDS.stream().map(Field::word).collect(Collectors.joining(", ", "one of ", ""));

    private FieldRoutes() {}

    static RouteLocator locator(RouteLocatorBuilder builder, Function<FieldService, URI> uris) {
        var routes = builder.routes();
        for (var service : FieldService.values()) {
            routes.route(
                    service.word(),
                    route -> route.method(HttpMethod.GET, HttpMethod.HEAD)
                            .and()
                            .path(OF_A_FIELD)
                            .and()
                            .predicate(exchange -> keeps(service, exchange.getRequest()))
                            .filters(filters -> filters.filter(handOn(service)))
                            .uri(uris.apply(service)));
        }
        OF_ONE.forEach((service, paths) -> routes.route(
                service.word() + "-own",
                route -> route.path(paths)
                        .and()
                        .not(own -> own.path(OF_ALL))
                        .filters(filters -> filters.filter(handOn(service)))
                        .uri(uris.apply(service))));
        return routes.build();
    }

    /** Says what is wrong with the field when there is no service for it. */
    static RouterFunction<ServerResponse> refusals() {
        return RouterFunctions.route(
                RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD)
                        .and(Arrays.stream(OF_A_FIELD)
                                .map(RequestPredicates::path)
                                .reduce(RequestPredicate::or)
                                .orElseThrow())
                        .and(request -> field(request.queryParams()).isEmpty()),
                request -> Mono.error(() -> refusal(request)));
    }

    private static boolean keeps(FieldService service, ServerHttpRequest request) {
        return field(request.getQueryParams())
                .map(FieldService::of)
                .filter(service::equals)
                .isPresent();
    }

    private static Optional<Field> field(MultiValueMap<String, String> parameters) {
        var given = parameters.getOrDefault("field", List.of());
        return given.size() == 1 ? Optional.ofNullable(given.get(0)).flatMap(Field::of) : Optional.empty();
    }

    private static ProblemException refusal(ServerRequest request) {
        var given = request.queryParams().getOrDefault("field", List.of());
        var expected = request.path().endsWith("/audit-trail") ? FIELDS + ", " + OwnAuditTrail.WORD : FIELDS;
        if (given.isEmpty()) {
            return new ProblemException(400, "parameter.missing", "field: absent (expected: %s)".formatted(expected));
        }
        return given.size() > 1
                ? new ProblemException(
                        400, "parameter.repeated", "field: %d times (expected: once)".formatted(given.size()))
                : ProblemException.invalid("field", given.get(0), expected);
    }

    private static GatewayFilter handOn(FieldService service) {
        return (exchange, chain) -> chain.filter(exchange)
                .onErrorMap(
                        FieldRoutes::isUnavailable,
                        away -> new ProblemException(
                                503,
                                "field.unavailable",
                                "field: %s does not answer just now (expected: to, soon)".formatted(service.word())));
    }

    private static boolean isUnavailable(Throwable error) {
        return error instanceof IOException
                || error instanceof TimeoutException
                || (error instanceof ResponseStatusException status
                        && status.getStatusCode().is5xxServerError());
    }
}
