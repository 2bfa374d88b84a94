package io.factmatrix.gateway.http;

import io.factmatrix.gateway.application.GpmChanges;
import io.factmatrix.kit.paging.Parameters;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells a merchant at which kinds of touchpoints its GPM moved. */
@RestController
final class GpmChangeController {

    private static final Set<String> PARAMETERS = Set.of("from", "to", "zone", "currency", "shop", "product");

    private final GpmChanges changes;
    private final Tagged tagged;

    GpmChangeController(GpmChanges changes, Tagged tagged) {
        this.changes = changes;
        this.tagged = tagged;
    }

    @GetMapping(value = "/v1/merchants/{merchant}/gpm-change", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> change(@PathVariable String merchant, ServerHttpRequest request) {
        var question = Questions.of(Parameters.of(request, PARAMETERS));
        return changes.of(Callers.of(merchant, request), question).map(change -> tagged.answer(change.body()));
    }
}
