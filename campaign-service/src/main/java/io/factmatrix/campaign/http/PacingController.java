package io.factmatrix.campaign.http;

import io.factmatrix.campaign.application.PacingDesk;
import io.factmatrix.campaign.domain.campaign.CampaignId;
import io.factmatrix.campaign.domain.pacing.Pacing;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.store.MerchantReads;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How campaigns come on. */
@RestController
final class PacingController {

    private final PacingDesk pacings;
    private final MerchantReads reads;
    private final InstantSource clock;

    PacingController(PacingDesk pacings, MerchantReads reads, InstantSource clock) {
        this.pacings = pacings;
        this.reads = reads;
        this.clock = clock;
    }

    @GetMapping(
            value = "/v1/merchants/{merchant}/campaigns/{campaign}/pacing",
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, @Nullable Object>> pacing(
            @PathVariable MerchantId merchant, @PathVariable String campaign, ServerHttpRequest request) {
        var id = CampaignId.of(campaign);
        var now = clock.instant();
        var at = Objects.requireNonNullElse(Parameters.of(request, Set.of("at")).optionalTime("at"), now);
        if (at.isAfter(now)) {
            throw ProblemException.invalid("at", at, "not after now, " + now);
        }
        return reads.read(merchant, () -> pacings.pacing(merchant, id, at)).map(Pacing::members);
    }
}
