package io.factmatrix.gateway.http;

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
        var written = Written.of(content, json);
        return ResponseEntity.ok()
                .eTag(written.etag())
                // To be kept by who asked, and asked again each time: the tag tells whether it still holds.
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(MediaType.APPLICATION_JSON)
                .body(written.json());
    }
}
