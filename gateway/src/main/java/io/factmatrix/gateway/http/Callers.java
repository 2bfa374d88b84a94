package io.factmatrix.gateway.http;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.kit.merchant.MerchantId;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Whose request this is. */
final class Callers {

    private Callers() {}

    static Caller of(String merchant, ServerHttpRequest request) {
        var authorization = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return new Caller(MerchantId.of(merchant), Objects.requireNonNullElse(authorization, ""));
    }
}
