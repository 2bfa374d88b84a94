package io.factmatrix.creator.http;

import io.factmatrix.creator.application.MarginalDesk;
import io.factmatrix.creator.application.RoiDesk;
import io.factmatrix.creator.domain.collaboration.CollaborationId;
import io.factmatrix.creator.domain.collaboration.ParticipationId;
import io.factmatrix.creator.domain.deal.Roi;
import io.factmatrix.creator.domain.marginal.MarginalCreators;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.store.MerchantReads;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What came of deals, and what creators bring as they are added. */
@RestController
final class ReturnController {

    private static final String MERCHANT = "/v1/merchants/{merchant}";

    private final RoiDesk rois;
    private final MarginalDesk marginals;
    private final MerchantReads reads;

    ReturnController(RoiDesk rois, MarginalDesk marginals, MerchantReads reads) {
        this.rois = rois;
        this.marginals = marginals;
        this.reads = reads;
    }

    @GetMapping(value = MERCHANT + "/collaborations/{collaboration}/roi", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, @Nullable Object>> ofCollaboration(
            @PathVariable MerchantId merchant, @PathVariable String collaboration, ServerHttpRequest request) {
        var id = CollaborationId.of(collaboration);
        return roi(merchant, request, () -> rois.of(merchant, id));
    }

    @GetMapping(value = MERCHANT + "/participations/{participation}/roi", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, @Nullable Object>> ofParticipation(
            @PathVariable MerchantId merchant, @PathVariable String participation, ServerHttpRequest request) {
        var id = ParticipationId.of(participation);
        return roi(merchant, request, () -> rois.of(merchant, id));
    }

    private Mono<Map<String, @Nullable Object>> roi(MerchantId merchant, ServerHttpRequest request, Supplier<Roi> roi) {
        var unitCostShare =
                Parameters.of(request, Set.of("unitCostShare")).optional("unitCostShare", Share.EXPECTED, Share::read);
        return reads.read(merchant, roi).map(found -> found.members(unitCostShare));
    }

    @GetMapping(value = MERCHANT + "/marginal-creators", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, @Nullable Object>> marginal(@PathVariable MerchantId merchant, ServerHttpRequest request) {
        var parameters = Parameters.of(request, Set.of("from", "to", "zone", "currency"));
        var days = Days.of(parameters);
        var currency = Days.currency(parameters);
        return reads.read(merchant, () -> marginals.creators(merchant, days.start(), days.end(), currency))
                .map(MarginalCreators::members);
    }
}
