package io.factmatrix.creator.http;

import io.factmatrix.creator.application.CreatorDesk;
import io.factmatrix.creator.application.ImportedLine;
import io.factmatrix.creator.domain.creator.CreatorFilter;
import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.creator.domain.creator.CreatorState;
import io.factmatrix.creator.domain.creator.ImportOutcome;
import io.factmatrix.creator.domain.creator.Platform;
import io.factmatrix.creator.domain.creator.Tier;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Page;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.read.Reads;
import io.factmatrix.kit.write.LineLimits;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.kit.write.Written;
import java.util.LinkedHashMap;
import java.util.List;
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

/** The directory of creators. */
@RestController
final class CreatorController {

    static final String IMPORTS = "/v1/merchants/{merchant}/creators/imports";

    /** Some 500 creators with all that may be said of them, and little enough to be written in one transaction. */
    static final LineLimits LIMITS = new LineLimits(1024 * 1024, 500);

    private static final String CREATORS = "/v1/merchants/{merchant}/creators";
    private static final String CREATOR = CREATORS + "/{creator}";

    private static final Set<String> FILTERS = Set.of("tier", "category", "platform", "state");

    private final CreatorDesk creators;
    private final Writes writes;
    private final Reads reads;

    CreatorController(CreatorDesk creators, Writes writes, Reads reads) {
        this.creators = creators;
        this.writes = writes;
        this.reads = reads;
    }

    @PostMapping(CREATORS)
    Mono<ResponseEntity<byte[]>> add(ServerWebExchange exchange) {
        return writes.write(
                exchange, CreatorBody::read, (write, profile) -> Written.created(creators.add(write, profile)));
    }

    @PostMapping(IMPORTS)
    Mono<ResponseEntity<byte[]>> keepAll(ServerWebExchange exchange) {
        return writes.writeLines(
                exchange,
                LIMITS,
                CreatorBody::read,
                (write, lines) -> Written.done(answer(creators.keepAll(write, lines))));
    }

    private static Map<String, @Nullable Object> answer(List<ImportedLine> lines) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("received", lines.size());
        for (var outcome : ImportOutcome.values()) {
            answer.put(
                    outcome.word(),
                    lines.stream().filter(line -> line.outcome() == outcome).count());
        }
        answer.put("lines", lines.stream().map(ImportedLine::members).toList());
        return answer;
    }

    @PutMapping(CREATOR)
    Mono<ResponseEntity<byte[]>> change(@PathVariable String creator, ServerWebExchange exchange) {
        var id = CreatorId.of(creator);
        return writes.write(
                exchange, CreatorBody::read, (write, profile) -> Written.changed(creators.change(write, id, profile)));
    }

    @PostMapping(CREATOR + "/transitions")
    Mono<ResponseEntity<byte[]>> move(@PathVariable String creator, ServerWebExchange exchange) {
        var id = CreatorId.of(creator);
        return writes.write(
                exchange,
                CreatorState.TRANSITIONS.decoder(),
                (write, to) -> Written.changed(creators.move(write, id, to)));
    }

    @GetMapping(value = CREATOR, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Map<String, @Nullable Object>>> creator(
            @PathVariable MerchantId merchant, @PathVariable String creator) {
        var id = CreatorId.of(creator);
        return reads.one(merchant, () -> creators.find(merchant, id));
    }

    @GetMapping(value = CREATORS, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<Map<String, @Nullable Object>>> creators(@PathVariable MerchantId merchant, ServerHttpRequest request) {
        return reads.newest(merchant, request, "creators", FILTERS, CreatorId::new, parameters -> {
            var filter = filter(parameters);
            return (before, limit) -> creators.list(merchant, filter, before, limit);
        });
    }

    private static CreatorFilter filter(Parameters parameters) {
        return new CreatorFilter(
                parameters.optionalWord("tier", Tier.class),
                parameters.optionalProse("category", CreatorBody.LONGEST_CATEGORY),
                parameters.optionalWord("platform", Platform.class),
                parameters.optionalWord("state", CreatorState.class));
    }
}
