package io.factmatrix.kit.merchant;

import java.time.Instant;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import reactor.core.publisher.Mono;

/** Who asks. */
public final class Actors {

    private final TokenProperties claims;

    public Actors(TokenProperties claims) {
        this.claims = claims;
    }

    /** Of the request that is being answered. */
    public Mono<Actor> current() {
        return token().map(this::actor);
    }

    /** When the token of that request ends: what is answered for longer is nobody's then. */
    public Mono<Instant> goodUntil() {
        return token().mapNotNull(Jwt::getExpiresAt);
    }

    private static Mono<Jwt> token() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .ofType(JwtAuthenticationToken.class)
                .map(JwtAuthenticationToken::getToken);
    }

    private Actor actor(Jwt token) {
        return new Actor(token.getSubject(), claims.roles(token));
    }
}
