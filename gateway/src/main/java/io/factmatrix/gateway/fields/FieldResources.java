package io.factmatrix.gateway.fields;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.guard.Guard;
import io.factmatrix.kit.problem.ProblemException;
import java.net.URI;
import java.util.function.Function;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriBuilder;
import reactor.core.publisher.Mono;

/**
 * What a service has at its public paths. Fails in {@link ProblemException}: as the service refuses, or with 503 {@code field.unavailable} when it does not answer, since without what
 * is asked about nothing can be said.
 */
final class FieldResources {

    private final WebClient http;
    private final Guard guard;
    private final Refusals refusals;

    FieldResources(String service, WebClient http, Guard guard) {
        this.http = http;
        this.guard = guard;
        this.refusals = new Refusals(service);
    }

    <T> Mono<T> get(Caller caller, Class<T> form, Function<UriBuilder, URI> path) {
        return get(caller, ParameterizedTypeReference.<T>forType(form), path);
    }

    <T> Mono<T> get(Caller caller, ParameterizedTypeReference<T> form, Function<UriBuilder, URI> path) {
        return guard.around(http.get()
                        .uri(path)
                        .header(HttpHeaders.AUTHORIZATION, caller.authorization())
                        .accept(MediaType.APPLICATION_JSON)
                        .exchangeToMono(response -> read(response, form)))
                .onErrorMap(error -> error instanceof ProblemException ? error : unavailable(error));
    }

    private <T> Mono<T> read(ClientResponse response, ParameterizedTypeReference<T> form) {
        return response.statusCode().is2xxSuccessful() ? response.bodyToMono(form) : refusals.of(response);
    }

    private ProblemException unavailable(Throwable error) {
        return new ProblemException(
                503,
                "field.unavailable",
                "field: %s (expected: to answer, soon)"
                        .formatted(refusals.unavailable(error).reason()));
    }
}
