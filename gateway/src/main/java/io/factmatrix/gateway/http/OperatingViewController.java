package io.factmatrix.gateway.http;

import io.factmatrix.gateway.application.OperatingViews;
import io.factmatrix.gateway.domain.OperatingView;
import io.factmatrix.kit.paging.Parameters;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectMapper;

/** Shows a merchant all of its fields. */
@RestController
final class OperatingViewController {

    private final OperatingViews views;
    private final ObjectMapper json;

    OperatingViewController(OperatingViews views, ObjectMapper json) {
        this.views = views;
        this.json = json;
    }

    @GetMapping(value = "/v1/merchants/{merchant}/operating-view", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> view(@PathVariable String merchant, ServerHttpRequest request) {
        var parameters = Parameters.of(request, Questions.PARAMETERS);
        var question = Questions.of(parameters);
        var caller = Callers.of(merchant, request);
        var view = Questions.isCompared(parameters) ? views.compared(caller, question) : views.of(caller, question);
        return view.map(this::answered);
    }

    /** Tagged by its content, so that an unchanged view is answered by 304 to those who have it. */
    private ResponseEntity<byte[]> answered(OperatingView view) {
        var body = json.writeValueAsBytes(view.body());
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
