package io.factmatrix.kit.merchant;

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
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .ofType(JwtAuthenticationToken.class)
                .map(authentication -> actor(authentication.getToken()));
    }

    private Actor actor(Jwt token) {
        return new Actor(token.getSubject(), claims.roles(token));
    }
}
