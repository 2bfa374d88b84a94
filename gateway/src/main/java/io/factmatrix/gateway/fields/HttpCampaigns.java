package io.factmatrix.gateway.fields;

import io.factmatrix.gateway.application.Campaigns;
import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.campaign.Campaign;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    public Mono<Campaign.Listed> list(Caller caller, Instant from, Instant to, int limit, @Nullable String cursor) {
        return service.get(
                caller,
                Campaign.Listed.class,
                uri -> uri.path(CAMPAIGNS)
                        .queryParam("from", from)
                        .queryParam("to", to)
                        .queryParam("limit", limit)
                        .queryParamIfPresent(
                                "cursor", Optional.ofNullable(cursor).map(known -> "{cursor}"))
                        .build(caller.merchant().value(), cursor));
    }
}
