package io.factmatrix.gateway.domain.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a message is signed by: {@code v1,base64(HMAC-SHA256(id.timestamp.body))}, once for each secret. */
public final class Signature {

    private Signature() {}

    /** The headers of a message that is sent now. */
    public static Map<String, String> headers(String id, Instant now, byte[] body, List<Secret> secrets) {
        var timestamp = Long.toString(now.getEpochSecond());
        var head = (id + "." + timestamp + ".").getBytes(UTF_8);
        var content = ByteBuffer.allocate(head.length + body.length)
                .put(head)
                .put(body)
                .array();
        var headers = new LinkedHashMap<String, String>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", timestamp);
        headers.put(
                "webhook-signature",
                secrets.stream()
                        .map(secret -> "v1," + Base64.getEncoder().encodeToString(secret.sign(content)))
                        .collect(Collectors.joining(" ")));
        return headers;
    }
}
