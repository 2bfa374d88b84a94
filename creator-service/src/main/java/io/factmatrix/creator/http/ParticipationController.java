package io.factmatrix.creator.http;

import io.factmatrix.creator.application.ParticipationDesk;
import io.factmatrix.creator.domain.collaboration.Awaited;
import io.factmatrix.creator.domain.collaboration.CollaborationId;
import io.factmatrix.creator.domain.collaboration.ParticipationFilter;
import io.factmatrix.creator.domain.collaboration.ParticipationId;
import io.factmatrix.creator.domain.collaboration.ParticipationPlan;
import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Page;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.read.Reads;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.kit.write.Written;
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

/** Who takes part in what, and with which content. */
@RestController
final class ParticipationController {

    private static final String PARTICIPATIONS = "/v1/merchants/{merchant}/participations";
    private static final String PARTICIPATION = PARTICIPATIONS + "/{participation}";

    private static final Set<String> FILTERS = Set.of("collaboration", "creator", "overdue", "asOf");

    private final ParticipationDesk participations;
    private final Writes writes;
    private final Reads reads;

    ParticipationController(ParticipationDesk participations, Writes writes, Reads reads) {
        this.participations = participations;
        this.writes = writes;
        this.reads = reads;
    }

    private record Begun(CollaborationId collaboration, CreatorId creator, ParticipationPlan plan) {

        static Begun read(Members members) throws Refused {
            return new Begun(
                    CollaborationId.of(members.text("collaboration")),
                    CreatorId.of(members.text("creator")),
                    ParticipationPlan.read(members));
        }
    }

    @PostMapping(PARTICIPATIONS)
    Mono<ResponseEntity<byte[]>> begin(ServerWebExchange exchange) {
        return writes.write(
                exchange,
                Begun::read,
                (write, begun) -> Written.created(
                        participations.begin(write, begun.collaboration(), begun.creator(), begun.plan())));
    }

    @PutMapping(PARTICIPATION)
    Mono<ResponseEntity<byte[]>> change(@PathVariable String participation, ServerWebExchange exchange) {
        var id = ParticipationId.of(participation);
        return writes.write(
                exchange,
                ParticipationPlan::read,
                (write, plan) -> Written.changed(participations.change(write, id, plan)));
    }

    @GetMapping(value = PARTICIPATION, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Map<String, @Nullable Object>>> participation(
            @PathVariable MerchantId merchant, @PathVariable String participation) {
        var id = ParticipationId.of(participation);
        return reads.one(merchant, () -> participations.find(merchant, id));
    }

    @GetMapping(value = PARTICIPATIONS, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<Map<String, @Nullable Object>>> participations(
            @PathVariable MerchantId merchant, ServerHttpRequest request) {
        return reads.newest(merchant, request, "participations", FILTERS, ParticipationId::new, parameters -> {
            var collaboration = parameters.optionalId("collaboration", CollaborationId::new);
            var creator = parameters.optionalId("creator", CreatorId::new);
            var overdue = parameters.optionalWord("overdue", Awaited.class);
            var asOf = parameters.optionalTime("asOf");
            if (overdue == null && asOf != null) {
                throw ProblemException.invalid("asOf", asOf, "none without overdue");
            }
            return (before, limit) -> {
                var moment = overdue == null ? null : Objects.requireNonNullElseGet(asOf, participations::now);
                var filter = new ParticipationFilter(
                        collaboration,
                        creator,
                        overdue == Awaited.SAMPLE ? moment : null,
                        overdue == Awaited.CONTENT ? moment : null);
                return participations.list(merchant, filter, before, limit);
            };
        });
    }
}
