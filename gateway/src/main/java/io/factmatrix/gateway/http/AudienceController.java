package io.factmatrix.gateway.http;

import io.factmatrix.gateway.application.MerchantAudiences;
import io.factmatrix.kit.paging.Parameters;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows a merchant who was reached, and by which field alone. */
@RestController
final class AudienceController {

    private static final Set<String> PARAMETERS =
            Set.of("from", "to", "zone", "currency", "shop", "product", "touchpoint");

    private final MerchantAudiences audiences;
    private final Tagged tagged;

    AudienceController(MerchantAudiences audiences, Tagged tagged) {
        this.audiences = audiences;
        this.tagged = tagged;
    }

    @GetMapping(value = "/v1/merchants/{merchant}/audience", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> audience(@PathVariable String merchant, ServerHttpRequest request) {
        var question = Questions.of(Parameters.of(request, PARAMETERS));
        return audiences.of(Callers.of(merchant, request), question).map(audience -> tagged.answer(audience.body()));
    }
}
