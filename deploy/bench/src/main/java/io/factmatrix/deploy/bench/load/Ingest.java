package io.factmatrix.deploy.bench.load;

import io.factmatrix.deploy.bench.mix.Body;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Events as fast as that many connections send them, each the next request when its last was answered. */
public final class Ingest {

    private final LoadClient client;
    private final Sent sent;
    private final Function<Body, URI> to;
    private final int connections;
    private final Queue<Body> bodies;

    /**
     * @param bodies more than there are connections: a body is sent once at a time
     */
    public Ingest(LoadClient client, Sent sent, Function<Body, URI> to, int connections, List<Body> bodies) {
        if (bodies.size() < connections) {
            throw new IllegalArgumentException(
                    "bodies: %d (expected: >= %d, the connections)".formatted(bodies.size(), connections));
        }
        this.client = client;
        this.sent = sent;
        this.to = to;
        this.connections = connections;
        this.bodies = new ConcurrentLinkedQueue<>(bodies);
    }

    /** Events a second, until the last request that was begun within the span is answered. */
    public double run(Duration span) {
        var began = System.nanoTime();
        var stored = new LongAdder();
        each(stored, () -> System.nanoTime() - began < span.toNanos());
        return stored.sum() / Spent.seconds(began);
    }

    /** Sends at least that many events. */
    public void load(long events) {
        var stored = new LongAdder();
        each(stored, () -> stored.sum() < events);
    }

    private void each(LongAdder stored, java.util.function.BooleanSupplier more) {
        Flux.range(0, connections)
                .flatMap(
                        connection -> Mono.defer(this::next)
                                .doOnNext(body -> stored.add(body.events()))
                                .repeat(more)
                                .then(),
                        connections)
                .then()
                .block();
    }

    private Mono<Body> next() {
        var body = bodies.remove();
        return client.send(to.apply(body), body, sent).doOnNext(bodies::add);
    }
}
