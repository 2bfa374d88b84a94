package io.factmatrix.gateway.http;

import io.factmatrix.gateway.application.ViewsOverTime;
import io.factmatrix.gateway.domain.MerchantSeries;
import io.factmatrix.kit.paging.Parameters;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectMapper;

/** Shows a merchant all of its fields over time. */
@RestController
final class SeriesController {

    private final ViewsOverTime views;
    private final ObjectMapper json;

    SeriesController(ViewsOverTime views, ObjectMapper json) {
        this.views = views;
        this.json = json;
    }

    @GetMapping(value = "/v1/merchants/{merchant}/operating-view/series", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Flux<byte[]>> series(@PathVariable String merchant, ServerHttpRequest request) {
        var asked = SeriesQuestions.of(Parameters.of(request, SeriesQuestions.PARAMETERS));
        var caller = Callers.of(merchant, request);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Flux.defer(
                        () -> written(new SeriesBody(caller.merchant(), asked, json), views.of(caller, asked))));
    }

    private static Flux<byte[]> written(SeriesBody body, Flux<MerchantSeries> parts) {
        return parts.map(body::with).concatWith(Mono.fromSupplier(body::end));
    }
}
