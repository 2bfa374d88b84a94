package io.factmatrix.gateway.http;

import io.factmatrix.gateway.application.Snowballs;
import io.factmatrix.kit.paging.Parameters;
import java.time.InstantSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows a merchant whether traffic grows by itself, and what is to come of it. */
@RestController
final class SnowballController {

    private final Snowballs snowballs;
    private final Tagged tagged;
    private final InstantSource clock;

    SnowballController(Snowballs snowballs, Tagged tagged, InstantSource clock) {
        this.snowballs = snowballs;
        this.tagged = tagged;
        this.clock = clock;
    }

    @GetMapping(value = "/v1/merchants/{merchant}/snowball", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> snowball(@PathVariable String merchant, ServerHttpRequest request) {
        var parameters = Parameters.of(request, SnowballQuestions.PARAMETERS);
        var question = SnowballQuestions.question(parameters, clock.instant());
        return snowballs
                .of(Callers.of(merchant, request), question, SnowballQuestions.change(parameters))
                .map(snowball -> tagged.answer(snowball.body()));
    }
}
