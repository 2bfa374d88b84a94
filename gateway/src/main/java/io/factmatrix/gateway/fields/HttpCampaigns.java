package io.factmatrix.gateway.fields;

import io.factmatrix.gateway.application.Campaigns;
import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.campaign.Campaign;
import io.factmatrix.gateway.guard.Guard;
import io.factmatrix.kit.problem.ProblemException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Campaigns, by the public paths of their service. */
final class HttpCampaigns implements Campaigns {

    private final WebClient http;
    private final Guard guard;
    private final Refusals refusals;

    HttpCampaigns(String service, WebClient http, Guard guard) {
        this.http = http;
        this.guard = guard;
        this.refusals = new Refusals(service);
    }

    @Override
    public Mono<Campaign> find(Caller caller, String id) {
        return asked(http.get()
                .uri(
                        "/v1/merchants/{merchant}/campaigns/{campaign}",
                        caller.merchant().value(),
                        id)
                .header(HttpHeaders.AUTHORIZATION, caller.authorization())
                .accept(MediaType.APPLICATION_JSON)
                .exchangeToMono(response -> read(response, Campaign.class)));
    }

    @Override
    public Mono<Campaign.Listed> list(Caller caller, Instant from, Instant to, int limit, @Nullable String cursor) {
        return asked(http.get()
                .uri(uri -> uri.path("/v1/merchants/{merchant}/campaigns")
                        .queryParam("from", from)
                        .queryParam("to", to)
                        .queryParam("limit", limit)
                        .queryParamIfPresent(
                                "cursor", Optional.ofNullable(cursor).map(known -> "{cursor}"))
                        .build(caller.merchant().value(), cursor))
                .header(HttpHeaders.AUTHORIZATION, caller.authorization())
                .accept(MediaType.APPLICATION_JSON)
                .exchangeToMono(response -> read(response, Campaign.Listed.class)));
    }

    private <T> Mono<T> asked(Mono<T> call) {
        return guard.around(call)
                .onErrorMap(error -> error instanceof ProblemException ? error : refusals.unavailable(error));
    }

    private <T> Mono<T> read(ClientResponse response, Class<T> form) {
        return response.statusCode().is2xxSuccessful() ? response.bodyToMono(form) : refusals.of(response);
    }
}
