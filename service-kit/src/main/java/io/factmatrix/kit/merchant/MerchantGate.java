package io.factmatrix.kit.merchant;

import io.factmatrix.kit.problem.ProblemException;
import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets a request through to the merchants its token names, in the roles it names. Stands behind authentication (401); first
 * asks for the merchant (404, the same for a foreign one and an unknown one), then for the role (403).
 */
final class MerchantGate implements WebFilter {

    /** Elements of {@code /v1/merchants/{merchant}}: separators count. */
    private static final int MERCHANT = 5;

    private final TokenProperties claims;
    private final List<AccessRule> rules;

    MerchantGate(TokenProperties claims, List<AccessRule> rules) {
        this.claims = claims;
        this.rules = rules;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return ReactiveSecurityContextHolder.getContext()
                .map(context -> context.getAuthentication())
                .ofType(JwtAuthenticationToken.class)
                .doOnNext(authentication -> check(exchange, authentication.getToken()))
                .then(Mono.defer(() -> chain.filter(exchange)));
    }

    private void check(ServerWebExchange exchange, Jwt token) {
        var path = exchange.getRequest().getPath().pathWithinApplication();
        var segments = path.elements();
        if (segments.size() <= MERCHANT || !isMerchants(segments)) {
            return;
        }
        var merchant = word(segments.get(MERCHANT));
        if (!MerchantId.isValid(merchant)
                || !(isLedgers(exchange, path, token)
                        || claim(token, claims.merchantsClaim()).contains(merchant))) {
            throw new ProblemException(
                    404, "merchant.unknown", "merchant: " + merchant + " (expected: one that the token names)");
        }
        checkRole(exchange, path, claim(token, claims.rolesClaim()));
    }

    private boolean isLedgers(ServerWebExchange exchange, PathContainer path, Jwt token) {
        return claim(token, claims.rolesClaim()).contains(Role.LEDGER.word())
                && rules.stream()
                        .filter(rule -> rule.roles().contains(Role.LEDGER))
                        .anyMatch(rule -> rule.covers(exchange.getRequest().getMethod(), path));
    }

    private void checkRole(ServerWebExchange exchange, PathContainer path, List<String> held) {
        var method = exchange.getRequest().getMethod();
        for (var rule : rules) {
            if (rule.covers(method, path)) {
                if (rule.roles().stream().map(Role::word).noneMatch(held::contains)) {
                    var expected =
                            rule.roles().stream().map(Role::word).sorted().toList();
                    throw new ProblemException(
                            403, "role.missing", "roles: %s (expected: one of %s)".formatted(held, expected));
                }
                return;
            }
        }
    }

    private static boolean isMerchants(List<PathContainer.Element> segments) {
        return word(segments.get(1)).equals("v1") && word(segments.get(3)).equals("merchants");
    }

    private static String word(PathContainer.Element element) {
        return element instanceof PathContainer.PathSegment segment ? segment.valueToMatch() : element.value();
    }

    private static List<String> claim(Jwt token, String name) {
        // A claim of another type names nobody.
        return token.getClaim(name) instanceof List<?> values
                ? values.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }
}
