package io.factmatrix.gateway.limit;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.github.bucket4j.ConsumptionProbe;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Stands behind the gate: counts each merchant's requests (429 when there were too many; every answer tells what is left, as <a
 * href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">RateLimit header fields for HTTP</a> have it),
 * and lets each have its turn. An ingest takes its turns part by part, when its lines are known.
 */
final class LimitFilter implements WebFilter {

    private static final PathPattern MERCHANT = PathPatternParser.defaultInstance.parse("/v1/merchants/{merchant}/**");
    private static final PathPattern EVENTS =
            PathPatternParser.defaultInstance.parse("/v1/merchants/{merchant}/events");

    private final Rates rates;
    private final Turns turns;

    LimitFilter(Rates rates, Turns turns) {
        this.rates = rates;
        this.turns = turns;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath().pathWithinApplication();
        var matched = MERCHANT.matchAndExtract(path);
        if (matched == null) {
            return chain.filter(exchange);
        }
        var merchant = MerchantId.of(matched.getUriVariables().getOrDefault("merchant", ""));
        boolean isIngest = HttpMethod.POST.equals(exchange.getRequest().getMethod()) && EVENTS.matches(path);
        return rates.take(merchant)
                .doOnNext(taken -> tell(exchange.getResponse().getHeaders(), merchant, taken))
                .then(Mono.defer(() -> isIngest ? chain.filter(exchange) : inTurn(merchant, exchange, chain)));
    }

    private void tell(HttpHeaders headers, MerchantId merchant, ConsumptionProbe taken) {
        var allowed = rates.of(merchant);
        headers.set("RateLimit-Policy", "\"requests\";q=%d;w=%d".formatted(allowed.burst(), window(allowed)));
        headers.set(
                "RateLimit",
                "\"requests\";r=%d;t=%d"
                        .formatted(taken.getRemainingTokens(), seconds(taken.getNanosToWaitForReset())));
        if (!taken.isConsumed()) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, seconds(taken.getNanosToWaitForRefill()))));
            throw new ProblemException(
                    429,
                    "requests.too_many",
                    "requests of %s: over %d a second (expected: at most that, and %d at once)"
                            .formatted(merchant, allowed.perSecond(), allowed.burst()));
        }
    }

    /** Until the answer begins: one that streams would hold its turn for as long as its reader reads. */
    private Mono<Void> inTurn(MerchantId merchant, ServerWebExchange exchange, WebFilterChain chain) {
        return turns.inTurn(merchant, turn -> {
            exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(turn::end));
            return chain.filter(exchange);
        });
    }

    /** Seconds in which an empty bucket fills. */
    private static int window(LimitProperties.Requests allowed) {
        return (allowed.burst() + allowed.perSecond() - 1) / allowed.perSecond();
    }

    private static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1);
    }
}
