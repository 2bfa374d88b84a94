package io.factmatrix.gateway.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.ObjectMapper;

/** Answers tagged by their content, so that an unchanged one is answered by 304 to those who have it. */
final class Tagged {

    private final ObjectMapper json;

    Tagged(ObjectMapper json) {
        this.json = json;
    }

    ResponseEntity<byte[]> answer(Object content) {
        var body = json.writeValueAsBytes(content);
        return ResponseEntity.ok()
                .eTag(HexFormat.of().formatHex(sha256(body)))
                // To be kept by who asked, and asked again each time: the tag tells whether it still holds.
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
