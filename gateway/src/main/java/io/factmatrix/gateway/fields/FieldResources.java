package io.factmatrix.gateway.fields;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.guard.Guard;
import io.factmatrix.kit.paging.Page;
import io.factmatrix.kit.problem.ProblemException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a service has at its public paths. Fails in {@link ProblemException}: as the service refuses, or with 503 {@code field.unavailable} when it does not answer, since without what
 * is asked about nothing can be said.
 */
final class FieldResources {

    /** As many as a page of any list has at most. */
    private static final int MOST = 500;

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

    /**
     * At most so many of a list, such as {@code offers}.
     *
     * @param parameters of the query
     * @param cursor behind which to go on; null for the first
     */
    <T> Mono<Page<T>> page(
            Caller caller,
            String resources,
            ParameterizedTypeReference<T> form,
            Map<String, ?> parameters,
            int limit,
            @Nullable String cursor) {
        var page = ResolvableType.forClassWithGenerics(Page.class, ResolvableType.forType(form));
        var query = new LinkedHashMap<String, Object>(parameters);
        query.put("limit", limit);
        if (cursor != null) {
            query.put("cursor", cursor);
        }
        return get(
                caller,
                ParameterizedTypeReference.<Page<T>>forType(page.getType()),
                uri -> at(uri, "/{resources}", caller, Map.of("resources", resources), query));
    }

    /** All of a list, read on as it is taken. */
    <T> Flux<T> all(Caller caller, String resources, ParameterizedTypeReference<T> form, Map<String, ?> parameters) {
        return page(caller, resources, form, parameters, MOST, null)
                .expand(page -> page.nextCursor() == null
                        ? Mono.empty()
                        : page(caller, resources, form, parameters, MOST, page.nextCursor()))
                .concatMapIterable(Page::items, 1);
    }

    /** What is told of one of a list, such as the {@code pacing} of one of the {@code campaigns}. */
    <T> Mono<T> detail(
            Caller caller,
            String resources,
            String id,
            String detail,
            ParameterizedTypeReference<T> form,
            Map<String, ?> parameters) {
        return get(
                caller,
                form,
                uri -> at(
                        uri,
                        "/{resources}/{id}/{detail}",
                        caller,
                        Map.of("resources", resources, "id", id, "detail", detail),
                        parameters));
    }

    private static URI at(UriBuilder uri, String path, Caller caller, Map<String, String> names, Map<String, ?> query) {
        var variables = new LinkedHashMap<String, Object>(query);
        variables.putAll(names);
        variables.put("merchant", caller.merchant().value());
        query.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        return uri.path("/v1/merchants/{merchant}" + path).build(variables);
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
