package io.factmatrix.deploy.local.ingest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code POST /v1/merchants/{merchant}/events} of a gateway. */
public final class EventsEndpoint {

    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(2);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI uri;
    private final Supplier<String> tokens;

    /**
     * @param tokens asked for each request: an import may take longer than a token lasts
     */
    public EventsEndpoint(URI gateway, String merchant, Supplier<String> tokens) {
        this.uri = gateway.resolve("/v1/merchants/" + merchant + "/events");
        this.tokens = tokens;
    }

    URI uri() {
        return uri;
    }

    Reply post(byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri)
                .timeout(ANSWER_WITHIN)
                .header("Authorization", "Bearer " + tokens.get())
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        var response = client.send(request, HttpResponse.BodyHandlers.ofString());
        return new Reply(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("Retry-After").flatMap(EventsEndpoint::seconds));
    }

    private static Optional<Duration> seconds(String header) {
        try {
            return Optional.of(Duration.ofSeconds(Math.max(0, Long.parseLong(header.strip()))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    record Reply(int status, String body, Optional<Duration> retryAfter) {}
}
