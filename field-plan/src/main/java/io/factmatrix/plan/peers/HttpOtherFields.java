package io.factmatrix.plan.peers;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.peers.PeersProperties;
import io.factmatrix.plan.application.OtherFields;
import io.factmatrix.plan.domain.Look;
import io.factmatrix.plan.domain.Outcome;
import io.factmatrix.plan.domain.Sight;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Each service by a client and a breaker of its own. */
public final class HttpOtherFields implements OtherFields {

    private static final Logger log = LoggerFactory.getLogger(HttpOtherFields.class);

    /** A write waits for it, twice: who has just started is slow the first time, and what is not checked may be promised twice. */
    private static final Duration DEADLINE = Duration.ofMillis(1500);

    private static final Retry ONCE_MORE = Retry.max(1).filter(error -> !(error instanceof CallNotPermittedException));

    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowSize(10)
            .minimumNumberOfCalls(5)
            .waitDurationInOpenState(Duration.ofSeconds(1))
            .permittedNumberOfCallsInHalfOpenState(1)
            .build();

    private final Map<Field, Peer> peers = new EnumMap<>(Field.class);

    private record Peer(WebClient http, CircuitBreaker breaker) {}

    public HttpOtherFields(WebClient http, PeersProperties properties, CircuitBreakerRegistry breakers) {
        for (var field : Field.values()) {
            var uri = properties.of(field);
            if (uri != null) {
                var breaker = breakers.circuitBreaker("plans-" + field.word(), BREAKER);
                peers.put(field, new Peer(http.mutate().baseUrl(uri.toString()).build(), breaker));
            }
        }
    }

    /** Where any is named, each that is not is missed. */
    @Override
    public Set<Field> fields() {
        return peers.isEmpty() ? Set.of() : EnumSet.complementOf(EnumSet.of(Field.UNATTRIBUTED));
    }

    @Override
    public Mono<Outcome> look(Field field, MerchantId merchant, Look look) {
        var peer = peers.get(field);
        return peer == null
                ? Mono.just(new Outcome.Unchecked(field, "%s has no address here".formatted(field)))
                : look(peer, field, merchant, look)
                        .<Outcome>map(sight -> new Outcome.Seen(field, sight))
                        .onErrorResume(away -> {
                            log.debug("{} does not tell what it promises", field, away);
                            return Mono.just(new Outcome.Unchecked(field, field + " " + reason(away)));
                        });
    }

    private static Mono<Sight> look(Peer peer, Field field, MerchantId merchant, Look look) {
        return peer.http()
                .post()
                .uri("/v1/merchants/{merchant}/fields/{field}/looks", merchant.value(), field.word())
                .bodyValue(look)
                .retrieve()
                .bodyToMono(Sight.class)
                .timeout(DEADLINE)
                .transformDeferred(CircuitBreakerOperator.of(peer.breaker()))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException(field + " answered nothing")))
                .retryWhen(ONCE_MORE);
    }

    private static String reason(Throwable error) {
        var away = Exceptions.isRetryExhausted(error) && error.getCause() != null ? error.getCause() : error;
        if (away instanceof TimeoutException) {
            return "timed out";
        }
        if (away instanceof CallNotPermittedException) {
            return "kept failing and is left alone for a moment";
        }
        if (away instanceof WebClientResponseException answered) {
            return "answered " + answered.getStatusCode().value();
        }
        return away instanceof WebClientRequestException ? "is not reachable" : "answered what is not understood";
    }
}
