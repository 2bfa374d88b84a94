package io.factmatrix.gateway.http;

import io.factmatrix.gateway.application.work.WorkDesk;
import io.factmatrix.gateway.application.work.WorkRounds;
import io.factmatrix.gateway.domain.work.WorkItemFilter;
import io.factmatrix.gateway.domain.work.WorkItemId;
import io.factmatrix.gateway.domain.work.WorkMove;
import io.factmatrix.gateway.domain.work.WorkState;
import io.factmatrix.gateway.domain.work.rule.Department;
import io.factmatrix.gateway.domain.work.rule.RuleKind;
import io.factmatrix.kit.merchant.Actors;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Page;
import io.factmatrix.kit.read.Reads;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.kit.write.Written;
import java.util.EnumSet;
import java.util.Map;
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

/** What departments have to do: each sees its own work, an operator that of all. */
@RestController
final class WorkItemController {

    private static final String ITEMS = "/v1/merchants/{merchant}/work-items";
    private static final String ITEM = ITEMS + "/{workItem}";

    private final WorkDesk work;
    private final WorkRounds rounds;
    private final Actors actors;
    private final Writes writes;
    private final Reads reads;

    WorkItemController(WorkDesk work, WorkRounds rounds, Actors actors, Writes writes, Reads reads) {
        this.work = work;
        this.rounds = rounds;
        this.actors = actors;
        this.writes = writes;
        this.reads = reads;
    }

    @GetMapping(value = ITEMS, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<Map<String, @Nullable Object>>> items(@PathVariable MerchantId merchant, ServerHttpRequest request) {
        return seen().flatMap(seen -> {
            var page = items(merchant, request, seen);
            return rounds.begin(merchant).then(page);
        });
    }

    private Mono<Page<Map<String, @Nullable Object>>> items(
            MerchantId merchant, ServerHttpRequest request, Set<Department> seen) {
        var filters = Set.of("department", "state", "rule");
        return reads.newest(merchant, request, "work-items", filters, WorkItemId::new, parameters -> {
            var filter = new WorkItemFilter(
                    of(parameters.optionalWord("department", Department.class), seen),
                    parameters.optionalWord("state", WorkState.class),
                    parameters.optionalWord("rule", RuleKind.class));
            return (before, limit) -> work.list(merchant, filter, before, limit);
        });
    }

    private static Set<Department> of(@Nullable Department asked, Set<Department> seen) {
        if (asked == null) {
            return seen;
        }
        return seen.contains(asked) ? EnumSet.of(asked) : Set.of();
    }

    @GetMapping(value = ITEM, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Map<String, @Nullable Object>>> item(
            @PathVariable MerchantId merchant, @PathVariable String workItem) {
        var id = WorkItemId.of(workItem);
        return seen().flatMap(seen -> reads.one(merchant, () -> work.find(merchant, id, seen)));
    }

    @PostMapping(ITEM + "/transitions")
    Mono<ResponseEntity<byte[]>> move(@PathVariable String workItem, ServerWebExchange exchange) {
        var id = WorkItemId.of(workItem);
        return writes.write(exchange, WorkMove::read, (write, move) -> Written.changed(work.move(write, id, move)));
    }

    private Mono<Set<Department>> seen() {
        return actors.current().map(actor -> Department.seenBy(actor.roles()));
    }
}
