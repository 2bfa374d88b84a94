package io.factmatrix.kol.http;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Page;
import io.factmatrix.kit.read.Reads;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.kit.write.Written;
import io.factmatrix.kol.application.EngagementDesk;
import io.factmatrix.kol.domain.engagement.EngagementFilter;
import io.factmatrix.kol.domain.engagement.EngagementId;
import io.factmatrix.kol.domain.engagement.EngagementState;
import io.factmatrix.kol.domain.kol.KolId;
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

/** Engagements of KOLs. */
@RestController
final class EngagementController {

    private static final String ENGAGEMENTS = "/v1/merchants/{merchant}/engagements";
    private static final String ENGAGEMENT = ENGAGEMENTS + "/{engagement}";

    private static final Set<String> FILTERS = Set.of("kol", "state", "touchpoint", "from", "to");

    private final EngagementDesk engagements;
    private final Writes writes;
    private final Reads reads;

    EngagementController(EngagementDesk engagements, Writes writes, Reads reads) {
        this.engagements = engagements;
        this.writes = writes;
        this.reads = reads;
    }

    @PostMapping(ENGAGEMENTS)
    Mono<ResponseEntity<byte[]>> draft(ServerWebExchange exchange) {
        return writes.write(
                exchange, EngagementBody::read, (write, terms) -> Written.created(engagements.draft(write, terms)));
    }

    @PutMapping(ENGAGEMENT)
    Mono<ResponseEntity<byte[]>> change(@PathVariable String engagement, ServerWebExchange exchange) {
        var id = EngagementId.of(engagement);
        return writes.write(
                exchange,
                EngagementBody::read,
                (write, terms) -> Written.changed(engagements.change(write, id, terms)));
    }

    @PostMapping(ENGAGEMENT + "/transitions")
    Mono<ResponseEntity<byte[]>> move(@PathVariable String engagement, ServerWebExchange exchange) {
        var id = EngagementId.of(engagement);
        return writes.write(
                exchange,
                EngagementState.TRANSITIONS.decoder(),
                (write, to) -> Written.changed(engagements.move(write, id, to)));
    }

    @GetMapping(value = ENGAGEMENT, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Map<String, @Nullable Object>>> engagement(
            @PathVariable MerchantId merchant, @PathVariable String engagement) {
        var id = EngagementId.of(engagement);
        return reads.one(merchant, () -> engagements.find(merchant, id));
    }

    @GetMapping(value = ENGAGEMENTS, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<Map<String, @Nullable Object>>> engagements(
            @PathVariable MerchantId merchant, ServerHttpRequest request) {
        return reads.newest(merchant, request, "engagements", FILTERS, EngagementId::new, parameters -> {
            var filter = new EngagementFilter(
                    parameters.optionalId("kol", KolId::new),
                    parameters.optionalWord("state", EngagementState.class),
                    parameters.optionalText("touchpoint"),
                    parameters.optionalTime("from"),
                    parameters.optionalTime("to"));
            return (before, limit) -> engagements.list(merchant, filter, before, limit);
        });
    }
}
