package io.factmatrix.gateway.http;

import io.factmatrix.gateway.application.webhook.EndpointDesk;
import io.factmatrix.gateway.domain.webhook.Delivery;
import io.factmatrix.gateway.domain.webhook.DeliveryState;
import io.factmatrix.gateway.domain.webhook.EndpointId;
import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Asked;
import io.factmatrix.kit.paging.Cursors;
import io.factmatrix.kit.paging.Page;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.store.MerchantReads;
import io.factmatrix.kit.write.Write;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.kit.write.Written;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What is, was and is again sent to an endpoint. */
@RestController
final class DeliveryController {

    private static final String ENDPOINT = "/v1/merchants/{merchant}/webhook-endpoints/{endpoint}";

    private final EndpointDesk endpoints;
    private final Writes writes;
    private final MerchantReads reads;
    private final Cursors cursors;

    DeliveryController(EndpointDesk endpoints, Writes writes, MerchantReads reads, Cursors cursors) {
        this.endpoints = endpoints;
        this.writes = writes;
        this.reads = reads;
        this.cursors = cursors;
    }

    /** Of all from that moment on, or of one delivery. */
    private record Replay(@Nullable Instant from, @Nullable String delivery) {

        static Replay read(Members members) throws Refused {
            var from = members.optionalTime("from");
            var delivery = members.optionalText("delivery");
            if (from != null && delivery != null) {
                throw members.invalid("delivery", delivery, "none beside from");
            }
            if (from == null) {
                members.present("from or delivery", delivery);
            }
            return new Replay(from, delivery);
        }

        int by(EndpointDesk endpoints, Write write, EndpointId id) {
            return from == null
                    ? endpoints.replay(write, id, Objects.requireNonNull(delivery))
                    : endpoints.replay(write, id, from);
        }
    }

    @PostMapping(ENDPOINT + "/tests")
    Mono<ResponseEntity<byte[]>> test(@PathVariable String endpoint, ServerWebExchange exchange) {
        var id = EndpointId.of(endpoint);
        return writes.write(
                exchange, write -> Written.done(endpoints.test(write, id).members()));
    }

    @PostMapping(ENDPOINT + "/replays")
    Mono<ResponseEntity<byte[]>> replay(@PathVariable String endpoint, ServerWebExchange exchange) {
        var id = EndpointId.of(endpoint);
        return writes.write(
                exchange,
                Replay::read,
                (write, replay) -> Written.done(Map.of("replayed", replay.by(endpoints, write, id))));
    }

    @GetMapping(value = ENDPOINT + "/deliveries", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<Map<String, @Nullable Object>>> deliveries(
            @PathVariable MerchantId merchant, @PathVariable String endpoint, ServerHttpRequest request) {
        var id = EndpointId.of(endpoint);
        var parameters = Parameters.of(request, Set.of("state", "limit", "cursor"));
        var state = parameters.optionalWord("state", DeliveryState.class);
        var question = Asked.all(merchant, "deliveries").with("endpoint", id).with("state", state);
        var before = cursors.position(question, parameters, Long::valueOf);
        int limit = parameters.limit();
        return reads.read(merchant, () -> endpoints.deliveries(merchant, id, state, before, limit + 1))
                .map(found -> Page.of(
                        found,
                        limit,
                        Delivery::members,
                        last -> cursors.write(question, Long.toString(last.position()))));
    }
}
