package io.factmatrix.kit.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.factmatrix.kit.idempotency.IdempotencyKey;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.revision.IfMatch;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/** What the head of a request says about a write. */
record WriteRequest(
        MerchantId merchant,
        String method,
        String path,
        @Nullable IdempotencyKey key,
        IfMatch expected) {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    static WriteRequest of(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        Parameters.none(request);
        Map<String, String> variables = exchange.getRequiredAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return new WriteRequest(
                MerchantId.of(Objects.requireNonNull(variables.get("merchant"))),
                request.getMethod().name(),
                request.getPath().value(),
                IdempotencyKey.of(request.getHeaders().getOrEmpty(IDEMPOTENCY_KEY)),
                IfMatch.of(request.getHeaders().getOrEmpty(HttpHeaders.IF_MATCH)));
    }

    /** Of what makes it the same request: method, path and body, to the letter. */
    String fingerprint(byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            // Neither a method nor a path has a blank in it: none runs into the next.
            digest.update("%s %s ".formatted(method, path).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
