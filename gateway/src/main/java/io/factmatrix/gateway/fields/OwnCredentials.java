package io.factmatrix.gateway.fields;

import io.factmatrix.gateway.application.OwnCalls;
import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.ledger.peers.OwnTokens;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** By client credentials of the gateway's own. */
final class OwnCredentials implements OwnCalls {

    private static final Logger LOG = LoggerFactory.getLogger(OwnCredentials.class);

    private static final Duration DEADLINE = Duration.ofSeconds(3);

    private final @Nullable OwnTokens tokens;

    /**
     * @param tokens null when the gateway has no credentials
     */
    OwnCredentials(@Nullable OwnTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Mono<Caller> of(MerchantId merchant) {
        if (tokens == null) {
            return Mono.error(
                    away("fact.fields.token-uri, client-id, client-secret: absent (expected: the gateway's own)"));
        }
        return tokens.authorization()
                .timeout(DEADLINE)
                .map(authorization -> new Caller(merchant, authorization))
                .onErrorMap(error -> {
                    LOG.warn("No token of its own: {}", error.toString());
                    return away("the identity provider gives the gateway no token");
                });
    }

    private static ProblemException away(String detail) {
        return new ProblemException(503, "credentials.unavailable", detail);
    }
}
