package io.factmatrix.deploy.bench.load;

import io.factmatrix.deploy.bench.mix.Body;
import io.factmatrix.deploy.local.failure.Failure;
import io.netty.buffer.Unpooled;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** HTTP on one thread of its own, named so that a profile tells it from the services. */
public final class LoadClient implements AutoCloseable {

    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(2);
    private static final int MOST_CONNECTIONS = 512;

    private final LoopResources threads = LoopResources.create("load", 1, true);
    private final ConnectionProvider connections = ConnectionProvider.create("load", MOST_CONNECTIONS);
    private final UnaryOperator<String> tokens;
    private final HttpClient http;

    /**
     * @param tokens by merchant
     */
    public LoadClient(UnaryOperator<String> tokens) {
        this.tokens = tokens;
        this.http = HttpClient.create(connections).runOn(threads).responseTimeout(ANSWER_WITHIN);
    }

    /** Sends it as new events; answered when all of them are stored, failed when they are not. */
    Mono<Body> send(URI to, Body body, Sent sent) {
        return Mono.defer(() -> {
            var bytes = body.stamp(sent.nextGeneration());
            return http.headers(headers -> headers.set("Authorization", bearer(body.merchant()))
                            .set("Content-Type", "application/x-ndjson")
                            .set("Content-Length", bytes.length))
                    .post()
                    .uri(to.resolve("/v1/merchants/" + body.merchant() + "/events"))
                    .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(bytes)))
                    .responseSingle((response, content) -> content.asByteArray()
                            .defaultIfEmpty(new byte[0])
                            .map(answer -> stored(response.status().code(), answer, body)))
                    .onErrorMap(error -> failure(to, error))
                    .doOnNext(sent::stored);
        });
    }

    /** Sends it as new events, and waits for the answer. */
    public void sendNow(URI to, Body body, Sent sent) {
        send(to, body, sent).block();
    }

    private static Body stored(int status, byte[] answer, Body body) {
        var expected =
                "{\"received\":%1$d,\"stored\":%1$d,".formatted(body.events()).getBytes(StandardCharsets.US_ASCII);
        if (status != 200
                || answer.length < expected.length
                || !Arrays.equals(answer, 0, expected.length, expected, 0, expected.length)) {
            throw new Failure(
                    "ingest: %d %s (expected: %d events stored)".formatted(status, beginning(answer), body.events()));
        }
        return body;
    }

    /** What a GET answers, which must be 200. */
    public byte[] get(URI uri, @Nullable String merchant) {
        return Objects.requireNonNull(http.headers(headers -> {
                    if (merchant != null) {
                        headers.set("Authorization", bearer(merchant));
                    }
                })
                .get()
                .uri(uri)
                .responseSingle((response, content) -> content.asByteArray()
                        .defaultIfEmpty(new byte[0])
                        .map(answer -> found(uri, response.status().code(), answer)))
                .onErrorMap(error -> failure(uri, error))
                .block());
    }

    private static byte[] found(URI uri, int status, byte[] answer) {
        if (status != 200) {
            throw new Failure("%s: %d %s (expected: 200)".formatted(uri, status, beginning(answer)));
        }
        return answer;
    }

    private static Failure failure(URI to, Throwable error) {
        return error instanceof Failure known ? known : new Failure(to + ": " + error.getMessage(), error);
    }

    private String bearer(String merchant) {
        return "Bearer " + tokens.apply(merchant);
    }

    private static String beginning(byte[] answer) {
        return new String(answer, 0, Math.min(answer.length, 300), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        connections.dispose();
        threads.dispose();
    }
}
