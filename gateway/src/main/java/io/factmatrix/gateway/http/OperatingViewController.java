package io.factmatrix.gateway.http;

import io.factmatrix.gateway.application.OperatingViews;
import io.factmatrix.kit.paging.Parameters;
import io.micrometer.core.instrument.Timer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows a merchant all of its fields. */
@RestController
final class OperatingViewController {

    private final OperatingViews views;
    private final Tagged tagged;
    private final Timer merge;

    OperatingViewController(OperatingViews views, Tagged tagged, Timer merge) {
        this.merge = merge;
        this.views = views;
        this.tagged = tagged;
    }

    @GetMapping(value = "/v1/merchants/{merchant}/operating-view", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> view(@PathVariable String merchant, ServerHttpRequest request) {
        var parameters = Parameters.of(request, Questions.PARAMETERS);
        var question = Questions.of(parameters);
        var caller = Callers.of(merchant, request);
        var view = Questions.isCompared(parameters) ? views.compared(caller, question) : views.of(caller, question);
        return view.map(shown -> merge.record(() -> tagged.answer(shown.body())));
    }
}
