package io.factmatrix.creator.http;

import io.factmatrix.creator.application.CollaborationDesk;
import io.factmatrix.creator.domain.collaboration.CollaborationFilter;
import io.factmatrix.creator.domain.collaboration.CollaborationId;
import io.factmatrix.creator.domain.collaboration.CollaborationKind;
import io.factmatrix.creator.domain.collaboration.CollaborationMembers;
import io.factmatrix.creator.domain.collaboration.CollaborationState;
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

/** What creators are offered. */
@RestController
final class CollaborationController {

    private static final String COLLABORATIONS = "/v1/merchants/{merchant}/collaborations";
    private static final String COLLABORATION = COLLABORATIONS + "/{collaboration}";

    private final CollaborationDesk collaborations;
    private final Writes writes;
    private final Reads reads;

    CollaborationController(CollaborationDesk collaborations, Writes writes, Reads reads) {
        this.collaborations = collaborations;
        this.writes = writes;
        this.reads = reads;
    }

    @PostMapping(COLLABORATIONS)
    Mono<ResponseEntity<byte[]>> draft(ServerWebExchange exchange) {
        return writes.write(
                exchange,
                CollaborationMembers::read,
                (write, terms) -> Written.created(collaborations.draft(write, terms)));
    }

    @PutMapping(COLLABORATION)
    Mono<ResponseEntity<byte[]>> change(@PathVariable String collaboration, ServerWebExchange exchange) {
        var id = CollaborationId.of(collaboration);
        return writes.write(
                exchange,
                CollaborationMembers::read,
                (write, terms) -> Written.changed(collaborations.change(write, id, terms)));
    }

    @PostMapping(COLLABORATION + "/transitions")
    Mono<ResponseEntity<byte[]>> move(@PathVariable String collaboration, ServerWebExchange exchange) {
        var id = CollaborationId.of(collaboration);
        return writes.write(
                exchange,
                CollaborationState.TRANSITIONS.decoder(),
                (write, to) -> Written.changed(collaborations.move(write, id, to)));
    }

    @GetMapping(value = COLLABORATION, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Map<String, @Nullable Object>>> collaboration(
            @PathVariable MerchantId merchant, @PathVariable String collaboration) {
        var id = CollaborationId.of(collaboration);
        return reads.one(merchant, () -> collaborations.find(merchant, id));
    }

    @GetMapping(value = COLLABORATIONS, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<Map<String, @Nullable Object>>> collaborations(
            @PathVariable MerchantId merchant, ServerHttpRequest request) {
        return reads.newest(
                merchant, request, "collaborations", Set.of("kind", "state"), CollaborationId::new, parameters -> {
                    var filter = new CollaborationFilter(
                            parameters.optionalWord("kind", CollaborationKind.class),
                            parameters.optionalWord("state", CollaborationState.class));
                    return (before, limit) -> collaborations.list(merchant, filter, before, limit);
                });
    }
}
