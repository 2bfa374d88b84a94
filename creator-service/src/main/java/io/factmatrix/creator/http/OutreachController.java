package io.factmatrix.creator.http;

import io.factmatrix.creator.application.OutreachDesk;
import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.creator.domain.outreach.OutreachFilter;
import io.factmatrix.creator.domain.outreach.OutreachId;
import io.factmatrix.creator.domain.outreach.OutreachMembers;
import io.factmatrix.creator.domain.outreach.OutreachPlan;
import io.factmatrix.creator.domain.outreach.OutreachState;
import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Page;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.read.Reads;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Creators in the pipeline. */
@RestController
final class OutreachController {

    private static final String OUTREACHES = "/v1/merchants/{merchant}/outreaches";
    private static final String OUTREACH = OUTREACHES + "/{outreach}";

    private static final Set<String> FILTERS = Set.of("creator", "state", "owner", "overdue", "asOf");
    private static final int LONGEST_OWNER = 64;

    private final OutreachDesk outreaches;
    private final Writes writes;
    private final Reads reads;

    OutreachController(OutreachDesk outreaches, Writes writes, Reads reads) {
        this.outreaches = outreaches;
        this.writes = writes;
        this.reads = reads;
    }

    private record Begun(CreatorId creator, OutreachPlan plan) {

        static Begun read(Members members) throws Refused {
            return new Begun(CreatorId.of(members.text("creator")), OutreachMembers.read(members));
        }
    }

    @PostMapping(OUTREACHES)
    Mono<ResponseEntity<byte[]>> begin(ServerWebExchange exchange) {
        return writes.write(
                exchange,
                Begun::read,
                (write, begun) -> Written.created(outreaches.begin(write, begun.creator(), begun.plan())));
    }

    @PutMapping(OUTREACH)
    Mono<ResponseEntity<byte[]>> change(@PathVariable String outreach, ServerWebExchange exchange) {
        var id = OutreachId.of(outreach);
        return writes.write(
                exchange, OutreachMembers::read, (write, plan) -> Written.changed(outreaches.change(write, id, plan)));
    }

    @PostMapping(OUTREACH + "/transitions")
    Mono<ResponseEntity<byte[]>> move(@PathVariable String outreach, ServerWebExchange exchange) {
        var id = OutreachId.of(outreach);
        return writes.write(
                exchange,
                OutreachState.TRANSITIONS.decoder(),
                (write, to) -> Written.changed(outreaches.move(write, id, to)));
    }

    @GetMapping(value = OUTREACH, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Map<String, @Nullable Object>>> outreach(
            @PathVariable MerchantId merchant, @PathVariable String outreach) {
        var id = OutreachId.of(outreach);
        return reads.one(merchant, () -> outreaches.find(merchant, id));
    }

    @GetMapping(value = OUTREACHES, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<Map<String, @Nullable Object>>> outreaches(@PathVariable MerchantId merchant, ServerHttpRequest request) {
        return reads.newest(merchant, request, "outreaches", FILTERS, OutreachId::new, parameters -> {
            var creator = parameters.optionalId("creator", CreatorId::new);
            var state = parameters.optionalWord("state", OutreachState.class);
            var owner = parameters.optionalProse("owner", LONGEST_OWNER);
            var asOf = parameters.optionalTime("asOf");
            boolean overdue = overdue(parameters, asOf);
            return (before, limit) -> {
                var dueBefore = overdue ? Objects.requireNonNullElseGet(asOf, outreaches::now) : null;
                return outreaches.list(merchant, new OutreachFilter(creator, state, owner, dueBefore), before, limit);
            };
        });
    }

    private static boolean overdue(Parameters parameters, @Nullable Instant asOf) {
        var overdue = parameters.optional("overdue", "true", text -> text.equals("true") ? true : null);
        if (overdue == null && asOf != null) {
            throw ProblemException.invalid("asOf", asOf, "none without overdue=true");
        }
        return overdue != null;
    }
}
