package io.factmatrix.kit.merchant;

import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.trace.MerchantOfLog;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Lets a request through to the merchants its token names, in the roles it names. Stands behind authentication (401); first
 * asks for the merchant (404, the same for a foreign one and an unknown one), then whether there is such a call (404, 405),
 * then for the role (403).
 */
final class MerchantGate implements WebFilter {

    /** Everything that has to do with merchants. Whatever else is served tells nothing about any of them. */
    static final PathPattern API = PathPatternParser.defaultInstance.parse("/v1/**");

    /** Elements of {@code /v1/merchants/{merchant}}: separators count. */
    private static final int MERCHANT = 5;

    private final TokenProperties claims;
    private final AccessTable access;

    MerchantGate(TokenProperties claims, AccessTable access) {
        this.claims = claims;
        this.access = access;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return ReactiveSecurityContextHolder.getContext()
                .map(context -> context.getAuthentication())
                .ofType(JwtAuthenticationToken.class)
                .doOnNext(authentication -> check(exchange, authentication.getToken()))
                .then(Mono.defer(() -> inTheNameOf(exchange, chain.filter(exchange))));
    }

    /** What is logged on the way tells the merchant, and so does what is logged of its failure. */
    private static Mono<Void> inTheNameOf(ServerWebExchange exchange, Mono<Void> way) {
        var path = exchange.getRequest().getPath().pathWithinApplication();
        if (path.elements().size() <= MERCHANT || !API.matches(path)) {
            return way;
        }
        var merchant = word(path.elements().get(MERCHANT));
        exchange.getAttributes().put(MerchantOfLog.KEY, merchant);
        return way.contextWrite(context -> context.put(MerchantOfLog.KEY, merchant));
    }

    private void check(ServerWebExchange exchange, Jwt token) {
        var path = exchange.getRequest().getPath().pathWithinApplication();
        if (!API.matches(path)) {
            return;
        }
        var allowed = access.roles(exchange.getRequest().getMethod(), path);
        var held = claims.roles(token);
        checkMerchant(path.elements(), token, isAmong(held, Role.LEDGER) && allowed.contains(Role.LEDGER));
        if (allowed.isEmpty()) {
            throw notServed(exchange, path);
        }
        if (allowed.stream().noneMatch(role -> isAmong(held, role))) {
            var expected = allowed.stream().map(Role::word).sorted().toList();
            throw new ProblemException(
                    403, "role.missing", "roles: %s (expected: one of %s)".formatted(held, expected));
        }
    }

    /** Those who follow the ledgers follow every merchant's. */
    private void checkMerchant(List<PathContainer.Element> segments, Jwt token, boolean follows) {
        if (segments.size() <= MERCHANT || !word(segments.get(3)).equals("merchants")) {
            return;
        }
        var merchant = word(segments.get(MERCHANT));
        if (!MerchantId.isValid(merchant)
                || !(follows || claims.merchants(token).contains(merchant))) {
            throw new ProblemException(
                    404, "merchant.unknown", "merchant: " + merchant + " (expected: one that the token names)");
        }
    }

    private ProblemException notServed(ServerWebExchange exchange, PathContainer path) {
        var methods = access.methods(path);
        if (methods.isEmpty()) {
            return access.unknown(path);
        }
        exchange.getResponse().getHeaders().set(HttpHeaders.ALLOW, String.join(", ", methods));
        return ProblemException.noSuchMethod(exchange.getRequest().getMethod().name(), methods);
    }

    private static boolean isAmong(List<String> held, Role role) {
        return held.contains(role.word());
    }

    private static String word(PathContainer.Element element) {
        return element instanceof PathContainer.PathSegment segment ? segment.valueToMatch() : element.value();
    }
}
