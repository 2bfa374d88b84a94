package io.factmatrix.kol.http;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Page;
import io.factmatrix.kit.read.Reads;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.kit.write.Written;
import io.factmatrix.kol.application.UnavailabilityDesk;
import io.factmatrix.kol.domain.kol.KolId;
import io.factmatrix.kol.domain.kol.UnavailabilityId;
import io.factmatrix.plan.domain.Span;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** When a KOL cannot be booked. */
@RestController
final class UnavailabilityController {

    private static final String UNAVAILABILITIES = "/v1/merchants/{merchant}/kols/{kol}/unavailabilities";
    private static final String UNAVAILABILITY = UNAVAILABILITIES + "/{unavailability}";

    private static final int LONGEST_REASON = 500;

    /** Who is away for longer is blocked. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private final UnavailabilityDesk unavailabilities;
    private final Writes writes;
    private final Reads reads;

    UnavailabilityController(UnavailabilityDesk unavailabilities, Writes writes, Reads reads) {
        this.unavailabilities = unavailabilities;
        this.writes = writes;
        this.reads = reads;
    }

    private record Told(Span span, @Nullable String reason) {}

    @PostMapping(UNAVAILABILITIES)
    Mono<ResponseEntity<byte[]>> add(@PathVariable String kol, ServerWebExchange exchange) {
        var id = KolId.of(kol);
        return writes.write(
                exchange,
                UnavailabilityController::told,
                (write, told) -> Written.created(unavailabilities.add(write, id, told.span(), told.reason())));
    }

    @DeleteMapping(UNAVAILABILITY)
    Mono<ResponseEntity<byte[]>> remove(
            @PathVariable String kol, @PathVariable String unavailability, ServerWebExchange exchange) {
        var id = KolId.of(kol);
        var unavailabilityId = UnavailabilityId.of(unavailability);
        return writes.write(
                exchange,
                write -> Written.done(
                        unavailabilities.remove(write, id, unavailabilityId).body()));
    }

    @GetMapping(value = UNAVAILABILITY, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Map<String, @Nullable Object>>> unavailability(
            @PathVariable MerchantId merchant, @PathVariable String kol, @PathVariable String unavailability) {
        var id = KolId.of(kol);
        var unavailabilityId = UnavailabilityId.of(unavailability);
        return reads.one(merchant, () -> unavailabilities.find(merchant, id, unavailabilityId));
    }

    @GetMapping(value = UNAVAILABILITIES, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<Map<String, @Nullable Object>>> unavailabilities(
            @PathVariable MerchantId merchant, @PathVariable String kol, ServerHttpRequest request) {
        var id = KolId.of(kol);
        return reads.newest(
                merchant,
                request,
                "unavailabilities of " + id,
                Set.of("from", "to"),
                UnavailabilityId::new,
                parameters -> {
                    var from = parameters.optionalTime("from");
                    var to = parameters.optionalTime("to");
                    return (before, limit) -> unavailabilities.list(merchant, id, from, to, before, limit);
                });
    }

    private static Told told(Members members) throws Refused {
        return new Told(
                SpanBody.read(members, "start", "end", LONGEST), members.optionalProse("reason", LONGEST_REASON));
    }
}
