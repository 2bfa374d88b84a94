package io.factmatrix.gateway.fields;

import io.factmatrix.gateway.domain.FieldUnavailable;
import io.factmatrix.kit.problem.ProblemException;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.timeout.TimeoutException;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;

/** In words what may go wrong with the calls of a service. */
record Refusals(String service) {

    private static final ParameterizedTypeReference<Map<String, Object>> PROBLEM =
            new ParameterizedTypeReference<>() {};

    /** What says nothing about the service's health, and the rest. */
    <T> Mono<T> of(ClientResponse response) {
        int status = response.statusCode().value();
        return switch (status) {
            case 400, 401, 403, 404 ->
                response.bodyToMono(PROBLEM)
                        .onErrorReturn(Map.of())
                        .defaultIfEmpty(Map.of())
                        .flatMap(problem -> Mono.error(() -> new ProblemException(
                                status,
                                Objects.toString(problem.get("code"), "field.refused"),
                                Objects.toString(problem.get("detail"), service + " answered " + status))));
            default ->
                response.releaseBody()
                        .then(Mono.error(() -> new FieldUnavailable("%s answered %d".formatted(service, status))));
        };
    }

    FieldUnavailable unavailable(Throwable error) {
        return error instanceof FieldUnavailable known ? known : new FieldUnavailable(service + " " + reason(error));
    }

    private static String reason(Throwable error) {
        if (error instanceof ProblemException problem) {
            return "answered " + problem.status();
        }
        if (error instanceof CallNotPermittedException) {
            return "kept failing and is left alone for a moment";
        }
        if (error instanceof BulkheadFullException) {
            return "has as many calls as it may have at once";
        }
        if (error instanceof java.util.concurrent.TimeoutException || error.getCause() instanceof TimeoutException) {
            return "timed out";
        }
        if (error.getCause() instanceof ConnectTimeoutException || error instanceof WebClientRequestException) {
            return "is not reachable";
        }
        return "answered what is not understood";
    }
}
