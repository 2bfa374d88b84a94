package io.factmatrix.campaign.http;

import io.factmatrix.campaign.application.CampaignDesk;
import io.factmatrix.campaign.domain.campaign.CampaignFilter;
import io.factmatrix.campaign.domain.campaign.CampaignId;
import io.factmatrix.campaign.domain.campaign.CampaignKind;
import io.factmatrix.campaign.domain.campaign.CampaignState;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Page;
import io.factmatrix.kit.read.Reads;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.kit.write.Written;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The campaigns of a merchant. */
@RestController
final class CampaignController {

    private static final String CAMPAIGNS = "/v1/merchants/{merchant}/campaigns";
    private static final String CAMPAIGN = CAMPAIGNS + "/{campaign}";

    private static final Set<String> FILTERS = Set.of("kind", "state", "from", "to");

    private final CampaignDesk campaigns;
    private final Writes writes;
    private final Reads reads;

    CampaignController(CampaignDesk campaigns, Writes writes, Reads reads) {
        this.campaigns = campaigns;
        this.writes = writes;
        this.reads = reads;
    }

    @PostMapping(CAMPAIGNS)
    Mono<ResponseEntity<byte[]>> draft(ServerWebExchange exchange) {
        return writes.write(
                exchange, CampaignBody::read, (write, plan) -> Written.created(campaigns.draft(write, plan)));
    }

    @PutMapping(CAMPAIGN)
    Mono<ResponseEntity<byte[]>> change(@PathVariable String campaign, ServerWebExchange exchange) {
        var id = CampaignId.of(campaign);
        return writes.write(
                exchange, CampaignBody::read, (write, plan) -> Written.changed(campaigns.change(write, id, plan)));
    }

    @PostMapping(CAMPAIGN + "/transitions")
    Mono<ResponseEntity<byte[]>> move(@PathVariable String campaign, ServerWebExchange exchange) {
        var id = CampaignId.of(campaign);
        return writes.write(
                exchange,
                CampaignState.TRANSITIONS.decoder(),
                (write, to) -> Written.changed(campaigns.move(write, id, to)));
    }

    @GetMapping(value = CAMPAIGN, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Map<String, @Nullable Object>>> campaign(
            @PathVariable MerchantId merchant, @PathVariable String campaign) {
        var id = CampaignId.of(campaign);
        return reads.one(merchant, () -> campaigns.find(merchant, id));
    }

    @GetMapping(value = CAMPAIGNS, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<Map<String, @Nullable Object>>> campaigns(@PathVariable MerchantId merchant, ServerHttpRequest request) {
        return reads.newest(merchant, request, "campaigns", FILTERS, CampaignId::new, parameters -> {
            var filter = new CampaignFilter(
                    parameters.optionalWord("kind", CampaignKind.class),
                    parameters.optionalWord("state", CampaignState.class),
                    parameters.optionalTime("from"),
                    parameters.optionalTime("to"));
            return (before, limit) -> campaigns.list(merchant, filter, before, limit);
        });
    }
}
