package io.factmatrix.campaign.http;

import io.factmatrix.campaign.application.OfferDesk;
import io.factmatrix.campaign.domain.campaign.CampaignId;
import io.factmatrix.campaign.domain.offer.CountedOffer;
import io.factmatrix.campaign.domain.offer.OfferFilter;
import io.factmatrix.campaign.domain.offer.OfferId;
import io.factmatrix.campaign.domain.offer.OfferState;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Page;
import io.factmatrix.kit.read.Reads;
import io.factmatrix.kit.store.MerchantReads;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.kit.write.Written;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The offers of a merchant. */
@RestController
final class OfferController {

    private static final String OFFERS = "/v1/merchants/{merchant}/offers";
    private static final String OFFER = OFFERS + "/{offer}";

    private static final Set<String> FILTERS = Set.of("product", "campaign", "state");

    private final OfferDesk offers;
    private final Writes writes;
    private final Reads reads;
    private final MerchantReads merchantReads;

    OfferController(OfferDesk offers, Writes writes, Reads reads, MerchantReads merchantReads) {
        this.offers = offers;
        this.writes = writes;
        this.reads = reads;
        this.merchantReads = merchantReads;
    }

    @PostMapping(OFFERS)
    Mono<ResponseEntity<byte[]>> draft(ServerWebExchange exchange) {
        return writes.write(exchange, OfferBody::read, (write, terms) -> Written.created(offers.draft(write, terms)));
    }

    @PutMapping(OFFER)
    Mono<ResponseEntity<byte[]>> change(@PathVariable String offer, ServerWebExchange exchange) {
        var id = OfferId.of(offer);
        return writes.write(
                exchange, OfferBody::read, (write, terms) -> Written.changed(offers.change(write, id, terms)));
    }

    @PostMapping(OFFER + "/transitions")
    Mono<ResponseEntity<byte[]>> move(@PathVariable String offer, ServerWebExchange exchange) {
        var id = OfferId.of(offer);
        return writes.write(
                exchange, OfferState.TRANSITIONS.decoder(), (write, to) -> Written.changed(offers.move(write, id, to)));
    }

    /** The tag is that of the terms: what is claimed changes without it. So nobody is told that what he has is still true. */
    @GetMapping(value = OFFER, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, @Nullable Object>> offer(
            @PathVariable MerchantId merchant, @PathVariable String offer, ServerHttpResponse response) {
        var id = OfferId.of(offer);
        return merchantReads
                .read(merchant, () -> offers.find(merchant, id))
                .doOnNext(found ->
                        response.getHeaders().setETag(found.version().revision().etag()))
                .map(CountedOffer::body);
    }

    @GetMapping(value = OFFERS, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<Map<String, @Nullable Object>>> offers(@PathVariable MerchantId merchant, ServerHttpRequest request) {
        return reads.newest(merchant, request, "offers", FILTERS, OfferId::new, parameters -> {
            var filter = new OfferFilter(
                    parameters.optionalText("product"),
                    parameters.optionalId("campaign", CampaignId::new),
                    parameters.optionalWord("state", OfferState.class));
            return (before, limit) -> offers.list(merchant, filter, before, limit);
        });
    }
}
