package io.factmatrix.gateway.http;

import io.factmatrix.gateway.application.Recommendations;
import io.factmatrix.kit.paging.Parameters;
import java.time.InstantSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells a merchant where the next money should go. */
@RestController
final class RecommendationController {

    private final Recommendations recommendations;
    private final Tagged tagged;
    private final InstantSource clock;

    RecommendationController(Recommendations recommendations, Tagged tagged, InstantSource clock) {
        this.recommendations = recommendations;
        this.tagged = tagged;
        this.clock = clock;
    }

    @GetMapping(value = "/v1/merchants/{merchant}/recommendations", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> recommendations(@PathVariable String merchant, ServerHttpRequest request) {
        var parameters = Parameters.of(request, RecommendationQuestions.PARAMETERS);
        var question = RecommendationQuestions.question(parameters, clock.instant());
        return recommendations
                .of(
                        Callers.of(merchant, request),
                        question,
                        RecommendationQuestions.wish(parameters, question.currency()))
                .map(recommendation -> tagged.answer(recommendation.body()));
    }
}
