package io.factmatrix.gateway.http;

import io.factmatrix.gateway.application.Breakouts;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Parameters;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells whom an engagement reached that no other field had reached before. */
@RestController
final class BreakoutController {

    private final Breakouts breakouts;
    private final Tagged tagged;

    BreakoutController(Breakouts breakouts, Tagged tagged) {
        this.breakouts = breakouts;
        this.tagged = tagged;
    }

    @GetMapping(
            value = "/v1/merchants/{merchant}/engagements/{engagement}/breakout",
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> breakout(
            @PathVariable String merchant, @PathVariable String engagement, ServerHttpRequest request) {
        Parameters.of(request, Set.of());
        return breakouts
                .of(Callers.of(merchant, request), engagement)
                .map(breakout -> tagged.answer(breakout.body(MerchantId.of(merchant))));
    }
}
