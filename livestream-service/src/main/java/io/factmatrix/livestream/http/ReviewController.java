package io.factmatrix.livestream.http;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.store.MerchantReads;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.livestream.application.ReviewDesk;
import io.factmatrix.livestream.domain.review.Curve;
import io.factmatrix.livestream.domain.review.Stability;
import io.factmatrix.livestream.domain.room.RoomId;
import io.factmatrix.livestream.domain.session.SessionId;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How sessions went. */
@RestController
final class ReviewController {

    private static final String MERCHANT = "/v1/merchants/{merchant}";
    private static final String REVIEW = MERCHANT + "/sessions/{session}/review";

    private static final String USUAL_CURRENCY = "CNY";
    private static final ZoneId USUAL_ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration USUALLY = Duration.ofDays(90);

    private final ReviewDesk reviews;
    private final MerchantReads reads;
    private final InstantSource clock;

    ReviewController(ReviewDesk reviews, MerchantReads reads, InstantSource clock) {
        this.reviews = reviews;
        this.reads = reads;
        this.clock = clock;
    }

    @GetMapping(value = REVIEW, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, @Nullable Object>> review(
            @PathVariable MerchantId merchant, @PathVariable String session, ServerHttpRequest request) {
        var id = SessionId.of(session);
        var currency = currency(Parameters.of(request, Set.of("currency")));
        return reads.read(merchant, () -> reviews.review(merchant, id, currency, clock.instant()));
    }

    @GetMapping(value = REVIEW + "/curve", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, @Nullable Object>> curve(
            @PathVariable MerchantId merchant, @PathVariable String session, ServerHttpRequest request) {
        var id = SessionId.of(session);
        var currency = currency(Parameters.of(request, Set.of("currency")));
        return reads.read(merchant, () -> reviews.curve(merchant, id, currency, clock.instant()))
                .map(Curve::members);
    }

    @GetMapping(value = MERCHANT + "/rooms/{room}/stability", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, @Nullable Object>> stability(
            @PathVariable MerchantId merchant, @PathVariable String room, ServerHttpRequest request) {
        var id = RoomId.of(room);
        var parameters = Parameters.of(request, Set.of("from", "to", "zone", "currency"));
        var to = Objects.requireNonNullElse(parameters.optionalTime("to"), clock.instant());
        var from = Objects.requireNonNullElse(parameters.optionalTime("from"), to.minus(USUALLY));
        if (!from.isBefore(to)) {
            throw ProblemException.invalid("from", from, "before to, %s, which is excluded".formatted(to));
        }
        var zone = Objects.requireNonNullElse(parameters.optionalZone("zone"), USUAL_ZONE);
        var currency = currency(parameters);
        return reads.read(merchant, () -> reviews.stability(merchant, id, from, to, zone, currency))
                .map(Stability::members);
    }

    private static String currency(Parameters parameters) {
        var given = parameters.optional(
                "currency",
                "an ISO 4217 currency code, such as CNY",
                code -> Money.digitsOf(code).isPresent() ? code : null);
        return Objects.requireNonNullElse(given, USUAL_CURRENCY);
    }
}
