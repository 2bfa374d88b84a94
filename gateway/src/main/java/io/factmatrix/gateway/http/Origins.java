package io.factmatrix.gateway.http;

import io.factmatrix.kit.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets the pages of some origins call the API from a browser: with tokens that they have, and never with cookies. */
final class Origins {

    private static final Duration REMEMBERED = Duration.ofHours(1);

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final List<String> SENT = List.of(
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_NONE_MATCH,
            "Idempotency-Key",
            "Last-Event-ID");
    private static final List<String> SHOWN =
            List.of(HttpHeaders.ETAG, HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER, "RateLimit", "RateLimit-Policy");

    private Origins() {}

    static WebFilter filter(List<String> origins) {
        return origins.isEmpty() ? Origins::refuseAll : new CorsWebFilter(exchange -> allowed(origins), new Refusing());
    }

    /** Other requests of a page elsewhere are answered, and the browser keeps the answer from it. */
    private static Mono<Void> refuseAll(ServerWebExchange exchange, WebFilterChain chain) {
        return CorsUtils.isPreFlightRequest(exchange.getRequest())
                ? Mono.error(Origins::refused)
                : chain.filter(exchange);
    }

    private static ProblemException refused() {
        return new ProblemException(
                403,
                "origin.refused",
                "origin: not one whose pages may call this (expected: one of fact.cors.origins)");
    }

    private static CorsConfiguration allowed(List<String> origins) {
        var allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(origins);
        allowed.setAllowedMethods(METHODS);
        allowed.setAllowedHeaders(SENT);
        allowed.setExposedHeaders(SHOWN);
        allowed.setAllowCredentials(false);
        allowed.setMaxAge(REMEMBERED);
        return allowed;
    }

    private static final class Refusing extends DefaultCorsProcessor {

        @Override
        protected void rejectRequest(ServerHttpResponse response) {
            throw refused();
        }
    }
}
