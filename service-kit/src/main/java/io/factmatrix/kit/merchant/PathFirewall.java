package io.factmatrix.kit.merchant;

import io.factmatrix.kit.problem.ProblemException;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.PathContainer.Separator;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Refuses paths that two readers could understand in two ways. An id may hold any printable sign, encoded; paths are cut into
 * segments before they are decoded, here as everywhere, so that an encoded slash leads nowhere else. What somebody on the way
 * may take for a step up or for nothing, {@code ..}, {@code %2E%2e}, {@code ..;x}, {@code //}, is none of ours.
 */
final class PathFirewall implements ServerWebExchangeFirewall {

    private final StrictServerWebExchangeFirewall strict = strict();

    private static StrictServerWebExchangeFirewall strict() {
        var firewall = new StrictServerWebExchangeFirewall();
        firewall.setAllowUrlEncodedSlash(true);
        firewall.setAllowUrlEncodedDoubleSlash(true);
        firewall.setAllowUrlEncodedPercent(true);
        firewall.setAllowUrlEncodedPeriod(true);
        firewall.setAllowBackSlash(true);
        firewall.setAllowSemicolon(true);
        // Whoever reads the parameters refuses those that are not its own, behind the checks of who asks.
        firewall.setAllowedParameterNames(name -> true);
        // The access table knows which methods there are, and answers 405 for others.
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    @Override
    public Mono<ServerWebExchange> getFirewalledExchange(ServerWebExchange exchange) {
        return Mono.defer(() -> {
            check(exchange.getRequest().getPath());
            return strict.getFirewalledExchange(exchange);
        });
    }

    private static void check(PathContainer path) {
        PathContainer.Element before = null;
        for (var element : path.elements()) {
            boolean ambiguous = element instanceof PathSegment segment
                    ? isStep(segment.valueToMatch()) || segment.value().indexOf(';') >= 0
                    : element instanceof Separator && before instanceof Separator;
            if (ambiguous) {
                throw ProblemException.invalid(
                        "path", path.value(), "segments that are not empty, not . or .., and without a bare ;");
            }
            before = element;
        }
    }

    private static boolean isStep(String segment) {
        return segment.equals(".") || segment.equals("..");
    }
}
