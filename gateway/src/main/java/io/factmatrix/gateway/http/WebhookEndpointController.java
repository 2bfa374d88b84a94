package io.factmatrix.gateway.http;

import io.factmatrix.gateway.application.webhook.EndpointDesk;
import io.factmatrix.gateway.domain.webhook.EndpointId;
import io.factmatrix.gateway.domain.webhook.EndpointState;
import io.factmatrix.gateway.domain.webhook.EventType;
import io.factmatrix.gateway.domain.webhook.Health;
import io.factmatrix.gateway.domain.webhook.Outside;
import io.factmatrix.gateway.domain.webhook.Subscription;
import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Page;
import io.factmatrix.kit.read.Reads;
import io.factmatrix.kit.store.MerchantReads;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.kit.write.Written;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where a merchant wants to be told of what happens. */
@RestController
final class WebhookEndpointController {

    private static final String ENDPOINTS = "/v1/merchants/{merchant}/webhook-endpoints";
    private static final String ENDPOINT = ENDPOINTS + "/{endpoint}";

    /** Longer than any URL that is taken, so that it is refused as one. */
    private static final int LONGEST_URL = 4000;

    private static final long USUAL_OVERLAP = 24;
    private static final long LONGEST_OVERLAP = 168;

    private final EndpointDesk endpoints;
    private final Writes writes;
    private final Reads reads;
    private final MerchantReads merchantReads;
    private final Outside outside;
    private final ShownSecrets secrets;

    WebhookEndpointController(
            EndpointDesk endpoints,
            Writes writes,
            Reads reads,
            MerchantReads merchantReads,
            Outside outside,
            ShownSecrets secrets) {
        this.endpoints = endpoints;
        this.writes = writes;
        this.reads = reads;
        this.merchantReads = merchantReads;
        this.outside = outside;
        this.secrets = secrets;
    }

    @PostMapping(ENDPOINTS)
    Mono<ResponseEntity<byte[]>> add(@PathVariable MerchantId merchant, ServerWebExchange exchange) {
        return writes.write(exchange, this::subscription, (write, subscription) -> {
                    var added = endpoints.add(write, subscription);
                    return Written.created(
                            added.endpoint().id().value(),
                            added.endpoint().version().revision(),
                            ShownSecrets.body(added));
                })
                .map(kept -> secrets.show(merchant, kept));
    }

    @PutMapping(ENDPOINT)
    Mono<ResponseEntity<byte[]>> change(@PathVariable String endpoint, ServerWebExchange exchange) {
        var id = EndpointId.of(endpoint);
        return writes.write(
                exchange,
                this::subscription,
                (write, subscription) -> Written.changed(endpoints.change(write, id, subscription)));
    }

    @DeleteMapping(ENDPOINT)
    Mono<ResponseEntity<byte[]>> remove(@PathVariable String endpoint, ServerWebExchange exchange) {
        var id = EndpointId.of(endpoint);
        return writes.write(
                exchange, write -> Written.done(endpoints.remove(write, id).body()));
    }

    @PostMapping(ENDPOINT + "/transitions")
    Mono<ResponseEntity<byte[]>> move(@PathVariable String endpoint, ServerWebExchange exchange) {
        var id = EndpointId.of(endpoint);
        return writes.write(
                exchange,
                EndpointState.TRANSITIONS.decoder(),
                (write, to) -> Written.changed(endpoints.move(write, id, to)));
    }

    @PostMapping(ENDPOINT + "/secrets")
    Mono<ResponseEntity<byte[]>> rotate(
            @PathVariable MerchantId merchant, @PathVariable String endpoint, ServerWebExchange exchange) {
        var id = EndpointId.of(endpoint);
        return writes.write(exchange, WebhookEndpointController::overlap, (write, overlap) -> {
                    var rotated = endpoints.rotate(write, id, overlap);
                    return Written.changed(rotated.endpoint().version().revision(), ShownSecrets.body(rotated));
                })
                .map(kept -> secrets.show(merchant, kept));
    }

    @GetMapping(value = ENDPOINT, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Map<String, @Nullable Object>>> endpoint(
            @PathVariable MerchantId merchant, @PathVariable String endpoint) {
        var id = EndpointId.of(endpoint);
        return reads.one(merchant, () -> endpoints.find(merchant, id));
    }

    /** Apart from the endpoint, whose tag does not change with it. */
    @GetMapping(value = ENDPOINT + "/health", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, @Nullable Object>> health(@PathVariable MerchantId merchant, @PathVariable String endpoint) {
        var id = EndpointId.of(endpoint);
        return merchantReads
                .read(merchant, () -> endpoints.health(merchant, id))
                .map(Health::members);
    }

    @GetMapping(value = ENDPOINTS, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<Map<String, @Nullable Object>>> endpoints(@PathVariable MerchantId merchant, ServerHttpRequest request) {
        return reads.newest(merchant, request, "webhook endpoints", Set.of("state"), EndpointId::new, parameters -> {
            var state = parameters.optionalWord("state", EndpointState.class);
            return (before, limit) -> endpoints.list(merchant, state, before, limit);
        });
    }

    private Subscription subscription(Members members) throws Refused {
        var url = members.prose("url", LONGEST_URL);
        return new Subscription(
                outside.url(url).orElseThrow(() -> members.invalid("url", url, outside.expected())), types(members));
    }

    private static List<EventType> types(Members members) throws Refused {
        var types = new ArrayList<EventType>();
        for (var word : members.texts("types", EventType.values().length)) {
            types.add(Word.of(EventType.class, word)
                    .orElseThrow(() -> members.invalid("types", word, Word.expected(EventType.class))));
        }
        if (types.isEmpty()) {
            throw members.invalid("types", "none", "at least " + Word.expected(EventType.class));
        }
        return types;
    }

    private static Duration overlap(Members members) throws Refused {
        return Duration.ofHours(
                Objects.requireNonNullElse(members.optionalInteger("overlapHours", 0, LONGEST_OVERLAP), USUAL_OVERLAP));
    }
}
