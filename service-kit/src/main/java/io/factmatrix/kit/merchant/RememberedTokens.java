package io.factmatrix.kit.merchant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Tokens that were verified a moment ago: who sends many requests is not asked for a signature each time. What the issuer takes
 * back is noticed a second later at most.
 */
final class RememberedTokens implements ReactiveJwtDecoder {

    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    private final ReactiveJwtDecoder decoder;
    private final Cache<String, Jwt> verified =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MOMENT).build();

    RememberedTokens(ReactiveJwtDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        var known = verified.getIfPresent(token);
        return known != null && Lifetime.lasts(known)
                ? Mono.just(known)
                : decoder.decode(token).doOnNext(verifiedNow -> verified.put(token, verifiedNow));
    }
}
