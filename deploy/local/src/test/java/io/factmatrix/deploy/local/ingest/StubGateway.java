package io.factmatrix.deploy.local.ingest;

import java.io.Closeable;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Takes events as a gateway does: remembers each line, refuses those that hold {@code bad}, and lists at most so many
 * refusals. Misbehaves as told, once a request, before it behaves.
 */
final class StubGateway implements Closeable {

    /** What happens to one request. */
    enum Mishap {
        /** Nothing was stored. */
        UNAVAILABLE,
        /** The first half was stored, and the answer says so. */
        HALF_DECIDED,
        /** Everything was stored, and the answer got lost. */
        LOST_ANSWER,
        /** The request makes no sense. */
        FORBIDDEN
    }

    private static final int MOST_ERRORS = 3;

    private final List<Mishap> mishaps;
    private final Set<String> stored = Collections.synchronizedSet(new HashSet<>());
    private final List<List<String>> bodies = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();
    private final DisposableServer server;

    StubGateway(Mishap... mishaps) {
        this.mishaps = List.of(mishaps);
        this.server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.post("/v1/merchants/m1/events", (request, response) -> {
                    mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                    return request.receive()
                            .aggregate()
                            .asString()
                            .flatMap(body -> Mono.from(answer(body, response)))
                            .doFinally(end -> inFlight.decrementAndGet());
                }))
                .bindNow();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    Set<String> stored() {
        return Set.copyOf(stored);
    }

    List<List<String>> bodies() {
        return List.copyOf(bodies);
    }

    int mostInFlight() {
        return mostInFlight.get();
    }

    private Publisher<Void> answer(String body, HttpServerResponse response) {
        var lines = body.lines().toList();
        bodies.add(lines);
        var request = requests.getAndIncrement();
        if (request >= mishaps.size()) {
            return json(response, 200, decided(lines, 0));
        }
        return switch (mishaps.get(request)) {
            case UNAVAILABLE -> json(response.header("Retry-After", "0"), 503, "{\"code\":\"unavailable\"}");
            case HALF_DECIDED -> {
                var half = lines.subList(0, lines.size() / 2);
                yield json(response.header("Retry-After", "0"), 503, decided(half, lines.size() - half.size()));
            }
            case LOST_ANSWER -> {
                decided(lines, 0);
                response.withConnection(Connection::dispose);
                yield Mono.empty();
            }
            case FORBIDDEN -> json(response, 403, "{\"code\":\"role.missing\"}");
        };
    }

    private String decided(List<String> lines, int undecided) {
        var received = undecided;
        var fresh = 0;
        var duplicates = 0;
        var errors = new ArrayList<String>();
        for (var line = 1; line <= lines.size(); line++) {
            var text = lines.get(line - 1);
            if (text.isBlank()) {
                continue;
            }
            received++;
            if (text.contains("bad")) {
                errors.add(
                        "{\"line\":%d,\"id\":null,\"code\":\"json.invalid\",\"detail\":\"no json\"}".formatted(line));
            } else if (stored.add(text)) {
                fresh++;
            } else {
                duplicates++;
            }
        }
        return "{\"received\":%d,\"stored\":%d,\"duplicates\":%d,\"rejected\":%d,\"undecided\":%d,\"errors\":%s%s,\"watermarks\":{}}"
                .formatted(
                        received,
                        fresh,
                        duplicates,
                        errors.size(),
                        undecided,
                        errors.subList(0, Math.min(MOST_ERRORS, errors.size())),
                        errors.size() > MOST_ERRORS ? ",\"errorsTruncated\":true" : "");
    }

    private static Publisher<Void> json(HttpServerResponse response, int status, String body) {
        return response.status(status)
                .header("Content-Type", "application/json")
                .sendString(Mono.just(body));
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
