package io.factmatrix.gateway.http;

import static org.springframework.http.HttpHeaders.ACCEPT;
import static org.springframework.http.HttpHeaders.AUTHORIZATION;
import static org.springframework.http.HttpHeaders.CONTENT_LENGTH;
import static org.springframework.http.HttpHeaders.CONTENT_TYPE;
import static org.springframework.http.HttpHeaders.IF_MATCH;
import static org.springframework.http.HttpHeaders.IF_NONE_MATCH;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What a client may tell a service through the gateway: these headers and no others. So there is no need to know by what names
 * somebody may speak for a proxy, a merchant or a user ({@code X-Real-IP}, {@code X_Forwarded_For}, {@code X-Tenant}), nor what is
 * declared in {@code Connection} to be for the next hop only.
 */
final class HandedOnHeaders implements GlobalFilter, Ordered {

    private static final Set<String> NAMES = Set.of(
            lower(ACCEPT),
            lower(AUTHORIZATION),
            lower(CONTENT_LENGTH),
            lower(CONTENT_TYPE),
            lower(IF_MATCH),
            lower(IF_NONE_MATCH),
            "idempotency-key",
            "last-event-id");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange.mutate()
                .request(request -> request.headers(HandedOnHeaders::leaveOutOthers))
                .build());
    }

    private static void leaveOutOthers(HttpHeaders headers) {
        // Whoever names one of the good ones there asks for something that makes no sense.
        var forThisHop =
                headers.getConnection().stream().map(HandedOnHeaders::lower).toList();
        List.copyOf(headers.headerNames()).stream()
                .filter(name -> !NAMES.contains(lower(name)) || forThisHop.contains(lower(name)))
                .forEach(headers::remove);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
