package io.factmatrix.ledger.peers;

import io.factmatrix.ledger.application.OtherLedgers;
import io.factmatrix.ledger.domain.event.Field;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;

/** How this service speaks to the others: as itself, by OAuth 2.0 client credentials (RFC 6749, 4.4). */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PeersProperties.class)
public class PeersConfiguration {

    /** A part of a feed is some thousand lines, but never less than one order, whatever that has. */
    private static final int LONGEST_ANSWER = 64 * 1024 * 1024;

    @Bean
    WebClient peerHttp(WebClient.Builder http, PeersProperties peers) {
        var codecs = http.clone().codecs(codec -> codec.defaultCodecs().maxInMemorySize(LONGEST_ANSWER));
        var named = Arrays.stream(Field.values()).anyMatch(field -> peers.of(field) != null);
        return named ? codecs.filter(asItself(peers)).build() : codecs.build();
    }

    /** Those of all that is called of others, to be seen together. */
    @Bean
    CircuitBreakerRegistry peerBreakers() {
        return CircuitBreakerRegistry.ofDefaults();
    }

    @Bean
    MeterBinder peerBreakerMeters(CircuitBreakerRegistry peerBreakers) {
        return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(peerBreakers);
    }

    @Bean
    OtherLedgers otherLedgers(WebClient peerHttp, PeersProperties peers, CircuitBreakerRegistry peerBreakers) {
        return new HttpOtherLedgers(peerHttp, peers, peerBreakers);
    }

    private static ExchangeFilterFunction asItself(PeersProperties peers) {
        var tokens = new OwnTokens(
                required("token-uri", peers.tokenUri()),
                required("client-id", peers.clientId()),
                required("client-secret", peers.clientSecret()));
        return tokens.onEachRequest();
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException(
                    "fact.peers.%s: absent (expected: a value, since peers are named)".formatted(name));
        }
        return value;
    }
}
