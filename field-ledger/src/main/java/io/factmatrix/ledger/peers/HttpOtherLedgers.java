package io.factmatrix.ledger.peers;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.application.OtherLedgers;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.history.Asked;
import io.factmatrix.ledger.domain.history.Purchase;
import io.factmatrix.ledger.domain.settlement.Feed;
import io.factmatrix.ledger.domain.settlement.FirstPurchase;
import io.factmatrix.ledger.domain.settlement.PaidLine;
import io.factmatrix.ledger.domain.settlement.Part;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Each service by a client and a breaker of its own. */
final class HttpOtherLedgers implements OtherLedgers {

    private static final Duration DEADLINE = Duration.ofSeconds(3);

    private static final ParameterizedTypeReference<Part<PaidLine>> LINES = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Part<FirstPurchase>> FIRSTS = new ParameterizedTypeReference<>() {};

    private static final ParameterizedTypeReference<List<Optional<Purchase>>> PURCHASES =
            new ParameterizedTypeReference<>() {};

    private static final int JUDGED = 10;
    private static final int JUDGED_AT_LEAST = 5;
    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowSize(JUDGED)
            .minimumNumberOfCalls(JUDGED_AT_LEAST)
            .waitDurationInOpenState(Duration.ofSeconds(1))
            .permittedNumberOfCallsInHalfOpenState(1)
            .build();

    private final Map<Field, Peer> peers = new EnumMap<>(Field.class);

    private record Peer(WebClient http, CircuitBreaker breaker) {
        <T> Mono<T> call(Mono<T> call) {
            return call.timeout(DEADLINE).transformDeferred(CircuitBreakerOperator.of(breaker));
        }
    }

    HttpOtherLedgers(WebClient http, PeersProperties properties, CircuitBreakerRegistry breakers) {
        for (var field : Field.values()) {
            var uri = properties.of(field);
            if (uri != null) {
                var breaker = breakers.circuitBreaker("ledgers-" + field.word(), BREAKER);
                peers.put(field, new Peer(http.mutate().baseUrl(uri.toString()).build(), breaker));
            }
        }
    }

    @Override
    public Set<Field> fields() {
        return peers.keySet();
    }

    @Override
    public Set<Field> keepers() {
        var keepers = EnumSet.noneOf(Field.class);
        keepers.addAll(peers.keySet());
        // The livestream service keeps both.
        keepers.remove(Field.UNATTRIBUTED);
        return keepers;
    }

    @Override
    public Mono<Part<PaidLine>> lines(LedgerId source, Feed feed, long after, int limit) {
        return part(source, feed, after, limit, LINES);
    }

    @Override
    public Mono<Part<FirstPurchase>> firsts(LedgerId source, long after, int limit) {
        return part(source, Feed.FIRSTS, after, limit, FIRSTS);
    }

    private <T> Mono<Part<T>> part(
            LedgerId source, Feed feed, long after, int limit, ParameterizedTypeReference<Part<T>> type) {
        var peer = peer(source.field());
        return peer.call(peer.http()
                .get()
                .uri(
                        "/v1/merchants/{merchant}/fields/{field}/feeds/{feed}?after={after}&limit={limit}",
                        source.merchant().value(),
                        source.field().word(),
                        feed.word(),
                        after,
                        limit)
                .retrieve()
                .bodyToMono(type));
    }

    @Override
    public Mono<List<Optional<Purchase>>> firstPurchases(LedgerId source, List<Asked> asked) {
        var peer = peer(source.field());
        return peer.call(peer.http()
                        .post()
                        .uri(
                                "/v1/merchants/{merchant}/fields/{field}/first-purchases",
                                source.merchant().value(),
                                source.field().word())
                        .bodyValue(asked)
                        .retrieve()
                        .bodyToMono(PURCHASES))
                .filter(answers -> answers.size() == asked.size())
                .switchIfEmpty(Mono.error(() -> new IllegalStateException(source + " answered for others")));
    }

    @Override
    public Mono<Void> tell(Field keeper, MerchantId merchant, Field moved) {
        var peer = peer(keeper);
        return peer.call(peer.http()
                .post()
                .uri("/v1/merchants/{merchant}/fields/{field}/notices", merchant.value(), moved.word())
                .retrieve()
                .toBodilessEntity()
                .then());
    }

    private Peer peer(Field field) {
        return Objects.requireNonNull(peers.get(field), field::word);
    }
}
