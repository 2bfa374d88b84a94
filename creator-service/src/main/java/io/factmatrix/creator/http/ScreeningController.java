package io.factmatrix.creator.http;

import io.factmatrix.creator.application.ScreeningDesk;
import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.creator.domain.screening.PlanMembers;
import io.factmatrix.creator.domain.screening.Screened;
import io.factmatrix.creator.domain.screening.ScreeningId;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Asked;
import io.factmatrix.kit.paging.Cursors;
import io.factmatrix.kit.paging.Page;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.read.Reads;
import io.factmatrix.kit.store.MerchantReads;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.kit.write.Written;
import java.math.BigDecimal;
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

/** Which creators suit, and why. */
@RestController
final class ScreeningController {

    private static final String SCREENINGS = "/v1/merchants/{merchant}/screenings";
    private static final String SCREENING = SCREENINGS + "/{screening}";

    private final ScreeningDesk screenings;
    private final Writes writes;
    private final Reads reads;
    private final MerchantReads merchantReads;
    private final Cursors cursors;

    ScreeningController(
            ScreeningDesk screenings, Writes writes, Reads reads, MerchantReads merchantReads, Cursors cursors) {
        this.screenings = screenings;
        this.writes = writes;
        this.reads = reads;
        this.merchantReads = merchantReads;
        this.cursors = cursors;
    }

    @PostMapping(SCREENINGS)
    Mono<ResponseEntity<byte[]>> add(ServerWebExchange exchange) {
        return writes.write(exchange, PlanMembers::read, (write, plan) -> Written.created(screenings.add(write, plan)));
    }

    @PutMapping(SCREENING)
    Mono<ResponseEntity<byte[]>> change(@PathVariable String screening, ServerWebExchange exchange) {
        var id = ScreeningId.of(screening);
        return writes.write(
                exchange, PlanMembers::read, (write, plan) -> Written.changed(screenings.change(write, id, plan)));
    }

    @GetMapping(value = SCREENING, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Map<String, @Nullable Object>>> screening(
            @PathVariable MerchantId merchant, @PathVariable String screening) {
        var id = ScreeningId.of(screening);
        return reads.one(merchant, () -> screenings.find(merchant, id));
    }

    @GetMapping(value = SCREENINGS, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<Map<String, @Nullable Object>>> screenings(@PathVariable MerchantId merchant, ServerHttpRequest request) {
        return reads.newest(
                merchant,
                request,
                "screenings",
                Set.of(),
                ScreeningId::new,
                parameters -> (before, limit) -> screenings.list(merchant, before, limit));
    }

    @GetMapping(value = SCREENING + "/results", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<Map<String, @Nullable Object>>> results(
            @PathVariable MerchantId merchant, @PathVariable String screening, ServerHttpRequest request) {
        var id = ScreeningId.of(screening);
        var parameters = Parameters.of(request, Set.of("limit", "cursor"));
        var question = Asked.all(merchant, "screening results").with("screening", id.value());
        var after = cursors.position(question, parameters, ScreeningController::rank);
        int limit = parameters.limit();
        return merchantReads
                .read(merchant, () -> screenings.results(merchant, id, after, limit + 1))
                .map(found -> Page.of(
                        found, limit, Screened::members, last -> cursors.write(question, position(last.rank()))));
    }

    private static String position(Screened.Rank rank) {
        return rank.score().toPlainString() + " " + rank.creator();
    }

    private static Screened.Rank rank(String position) {
        int blank = position.indexOf(' ');
        return new Screened.Rank(
                new BigDecimal(position.substring(0, blank)), new CreatorId(position.substring(blank + 1)));
    }
}
