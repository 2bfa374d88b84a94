package io.factmatrix.campaign.http;

import io.factmatrix.campaign.application.ClaimDesk;
import io.factmatrix.campaign.domain.claim.Claim;
import io.factmatrix.campaign.domain.claim.ClaimFilter;
import io.factmatrix.campaign.domain.claim.ClaimId;
import io.factmatrix.campaign.domain.claim.ClaimState;
import io.factmatrix.campaign.domain.claim.Wanted;
import io.factmatrix.campaign.domain.offer.OfferId;
import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Asked;
import io.factmatrix.kit.paging.Cursors;
import io.factmatrix.kit.paging.Page;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.store.MerchantReads;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.kit.write.Written;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

/** The claims of an offer. */
@RestController
final class ClaimController {

    private static final String CLAIMS = "/v1/merchants/{merchant}/offers/{offer}/claims";
    private static final String CLAIM = CLAIMS + "/{claim}";

    private static final Set<String> PARAMETERS = Set.of("buyer", "state", "limit", "cursor");

    private static final Set<String> ASKED_FOR = Set.of(ClaimState.CONFIRMED.word(), ClaimState.RELEASED.word());

    private static final int MADE = 201;

    private final ClaimDesk claims;
    private final Writes writes;
    private final MerchantReads reads;
    private final Cursors cursors;
    private final MeterRegistry meters;

    ClaimController(ClaimDesk claims, Writes writes, MerchantReads reads, Cursors cursors, MeterRegistry meters) {
        this.meters = meters;
        this.claims = claims;
        this.writes = writes;
        this.reads = reads;
        this.cursors = cursors;
        List.of("made", "repeated", "offer.sold_out", "offer.cap_reached", "failed")
                .forEach(this::count);
    }

    /** Claims by what came of them; a refused one by its code. */
    private Counter count(String outcome) {
        return meters.counter("fact.claims", "outcome", outcome);
    }

    @PutMapping(CLAIM)
    Mono<ResponseEntity<byte[]>> claim(
            @PathVariable String offer, @PathVariable String claim, ServerWebExchange exchange) {
        var of = OfferId.of(offer);
        var id = ClaimId.of(claim);
        return writes.write(exchange, ClaimController::wanted, (write, wanted) -> {
                    var claimed = claims.claim(write, of, id, wanted);
                    return new Written(
                            claimed.made() ? MADE : 200,
                            null,
                            null,
                            claimed.claim().body());
                })
                .doOnNext(answer -> count(answer.getStatusCode().value() == MADE ? "made" : "repeated")
                        .increment())
                .doOnError(error -> count(error instanceof ProblemException refusal ? refusal.code() : "failed")
                        .increment());
    }

    @PostMapping(CLAIM + "/transitions")
    Mono<ResponseEntity<byte[]>> move(
            @PathVariable String offer, @PathVariable String claim, ServerWebExchange exchange) {
        var of = OfferId.of(offer);
        var id = ClaimId.of(claim);
        return writes.write(
                exchange,
                ClaimController::state,
                (write, to) -> Written.done(claims.move(write, of, id, to).body()));
    }

    @GetMapping(value = CLAIM, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, @Nullable Object>> claim(
            @PathVariable MerchantId merchant, @PathVariable String offer, @PathVariable String claim) {
        var of = OfferId.of(offer);
        var id = ClaimId.of(claim);
        return reads.read(merchant, () -> claims.claim(merchant, of, id)).map(Claim::body);
    }

    @GetMapping(value = CLAIMS, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<Map<String, @Nullable Object>>> claims(
            @PathVariable MerchantId merchant, @PathVariable String offer, ServerHttpRequest request) {
        var of = OfferId.of(offer);
        var parameters = Parameters.of(request, PARAMETERS);
        var filter =
                new ClaimFilter(parameters.optionalText("buyer"), parameters.optionalWord("state", ClaimState.class));
        var asked = Asked.all(merchant, "claims")
                .with("offer", offer)
                .with("buyer", parameters.given("buyer"))
                .with("state", parameters.given("state"));
        long before = Objects.requireNonNullElse(cursors.position(asked, parameters, Long::valueOf), Long.MAX_VALUE);
        int limit = parameters.limit();
        return reads.read(merchant, () -> claims.list(merchant, of, filter, before, limit + 1))
                .map(found ->
                        Page.of(found, limit, Claim::body, last -> cursors.write(asked, Long.toString(last.number()))));
    }

    private static Wanted wanted(Members members) throws Refused {
        return new Wanted(
                members.text("buyer"),
                members.integer("quantity", 1, OfferBody.MOST_UNITS),
                members.optionalText("order"));
    }

    /** Nobody can ask for what comes by itself. */
    private static ClaimState state(Members members) throws Refused {
        return members.word(
                "to",
                word -> Optional.of(word)
                        .filter(ASKED_FOR::contains)
                        .flatMap(known -> Word.of(ClaimState.class, known)),
                ASKED_FOR);
    }
}
