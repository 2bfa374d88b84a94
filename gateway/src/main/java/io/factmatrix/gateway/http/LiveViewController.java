package io.factmatrix.gateway.http;

import io.factmatrix.gateway.application.live.LiveViews;
import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.Question;
import io.factmatrix.kit.merchant.Actors;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tells a merchant's view again whenever it changes. */
@RestController
final class LiveViewController {

    /** No longer than an entity tag of ours; anything else is none. */
    private static final int LONGEST_ID = 80;

    private final LiveViews<Written> live;
    private final Actors actors;
    private final StreamProperties stream;
    private final RandomGenerator chance;

    LiveViewController(LiveViews<Written> live, Actors actors, StreamProperties stream, RandomGenerator chance) {
        this.live = live;
        this.actors = actors;
        this.stream = stream;
        this.chance = chance;
    }

    @GetMapping(value = "/v1/merchants/{merchant}/operating-view/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Mono<Void> stream(@PathVariable String merchant, ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var parameters = Parameters.of(request, Questions.PARAMETERS);
        var question = Questions.of(parameters);
        if (question.asOf() != null) {
            throw ProblemException.invalid("asOf", question.asOf(), "absent: the past does not change");
        }
        boolean compared = Questions.isCompared(parameters);
        var caller = Callers.of(merchant, request);
        return actors.goodUntil().flatMap(until -> answer(exchange, caller, until, question, compared));
    }

    private Mono<Void> answer(
            ServerWebExchange exchange, Caller caller, Instant until, Question question, boolean compared) {
        var response = exchange.getResponse();
        if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
            return Mono.fromRunnable(() -> begin(response)).then(response.setComplete());
        }
        return Mono.using(() -> live.join(caller, until), listener -> {
            begin(response);
            var events = new EventStream(response.bufferFactory(), stream.commentEvery(), seen(exchange.getRequest()));
            return response.writeAndFlushWith(
                    events.pieces(listener.views(question, compared), listener.end(), reconnectAfter()));
        });
    }

    private static void begin(ServerHttpResponse response) {
        var headers = response.getHeaders();
        headers.setContentType(MediaType.TEXT_EVENT_STREAM);
        headers.setCacheControl("no-store");
        // Nginx and its like would hold events back.
        headers.set("X-Accel-Buffering", "no");
        // Who comes again comes by a connection of its own, and so to whichever gateway is there.
        headers.set(HttpHeaders.CONNECTION, "close");
    }

    private Duration reconnectAfter() {
        long least = stream.reconnectAfter().toMillis();
        return Duration.ofMillis(least + chance.nextLong(least));
    }

    /** What the client says that it saw last, in quotes or without. */
    private static @Nullable String seen(ServerHttpRequest request) {
        var id = request.getHeaders().getFirst("Last-Event-ID");
        if (id == null || id.length() > LONGEST_ID) {
            return null;
        }
        return id.startsWith("\"") ? id : '"' + id + '"';
    }
}
