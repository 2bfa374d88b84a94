package io.factmatrix.gateway.http;

import io.factmatrix.gateway.application.webhook.EndpointDesk.WithSecret;
import io.factmatrix.gateway.domain.webhook.EndpointId;
import io.factmatrix.gateway.domain.webhook.Vault;
import io.factmatrix.kit.merchant.MerchantId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers that show a secret: kept sealed for whoever repeats the request, and opened on the way out. */
final class ShownSecrets {

    private static final String SECRET = "secret";

    private final Vault vault;
    private final ObjectMapper json;

    ShownSecrets(Vault vault, ObjectMapper json) {
        this.vault = vault;
        this.json = json;
    }

    /** The answer as it is kept. */
    static Map<String, @Nullable Object> body(WithSecret endpoint) {
        var body = new LinkedHashMap<>(endpoint.endpoint().body());
        body.put(SECRET, endpoint.sealed());
        return body;
    }

    /** The same as it is shown. */
    ResponseEntity<byte[]> show(MerchantId merchant, ResponseEntity<byte[]> kept) {
        var body = (ObjectNode) json.readTree(kept.getBody());
        var endpoint = EndpointId.of(body.required("id").stringValue());
        var secret = vault.open(merchant, endpoint, body.required(SECRET).stringValue());
        body.put(SECRET, secret.text());
        return new ResponseEntity<>(json.writeValueAsBytes(body), kept.getHeaders(), kept.getStatusCode());
    }
}
