package io.factmatrix.gateway.fields;

import io.factmatrix.gateway.application.Campaigns;
import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.campaign.Campaign;
import io.factmatrix.kit.paging.Page;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import reactor.core.publisher.Mono;

/** Campaigns, over HTTP. */
final class HttpCampaigns implements Campaigns {

    private static final String CAMPAIGNS = "/v1/merchants/{merchant}/campaigns";

    private final FieldResources service;

    HttpCampaigns(FieldResources service) {
        this.service = service;
    }

    @Override
    public Mono<Campaign> find(Caller caller, String id) {
        return service.get(
                caller,
                Campaign.class,
                uri -> uri.path(CAMPAIGNS + "/{campaign}")
                        .build(caller.merchant().value(), id));
    }

    @Override
    public Mono<Page<Campaign>> list(Caller caller, Instant from, Instant to, int limit, @Nullable String cursor) {
        return service.page(
                caller,
                "campaigns",
                ParameterizedTypeReference.forType(Campaign.class),
                Map.of("from", from, "to", to),
                limit,
                cursor);
    }
}
