package io.factmatrix.deploy.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The public API as one merchant's systems use it. Never throws for what the other side does: every call has an outcome. */
public final class MerchantApi {

    /** One call as it ended. */
    public record Call(Instant begun, Duration took, String method, URI uri, int status, Answer.Outcome outcome) {}

    /** The ways of writing a body of events. */
    public enum Form {
        NDJSON,
        ARRAY,
        GZIP
    }

    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final URI base;
    private final Supplier<@Nullable String> token;
    private final String merchant;

    /** @param token asked for before each call; null sends none */
    public MerchantApi(URI base, Supplier<@Nullable String> token, String merchant) {
        this.base = base;
        this.token = token;
        this.merchant = merchant;
    }

    public String merchant() {
        return merchant;
    }

    /** Every call so far, in the order of their ends. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Sends events in that form. */
    public Answer ingest(Collection<Event> events, Form form) {
        var lines = events.stream().map(Event::json).toList();
        return switch (form) {
            case NDJSON -> ingest(bytes(String.join("\n", lines) + "\n"), "application/x-ndjson", false);
            case ARRAY -> ingest(bytes("[" + String.join(",", lines) + "]"), "application/json", false);
            case GZIP -> ingest(bytes(String.join("\n", lines)), "application/x-ndjson", true);
        };
    }

    public Answer ingest(Event... events) {
        return ingest(List.of(events), Form.NDJSON);
    }

    /** Sends a body as it is. */
    public Answer ingest(byte[] body, String contentType, boolean gzip) {
        var request = request("/events").header("Content-Type", contentType);
        if (gzip) {
            request.header("Content-Encoding", "gzip");
        }
        return send(request.POST(HttpRequest.BodyPublishers.ofByteArray(gzip ? gzipped(body) : body)));
    }

    /** Sends NDJSON text as it is. */
    public Answer ingestText(String body) {
        return ingest(bytes(body), "application/x-ndjson", false);
    }

    public Answer view(ViewQuery query) {
        return view(query.parameters());
    }

    /** Asks for a view by a query string. */
    public Answer view(String parameters) {
        return send(request("/operating-view?" + parameters).GET());
    }

    /** Asks for the view over time. */
    public Answer series(ViewQuery query, String step) {
        return send(request("/operating-view/series?step=" + step + "&" + query.parameters())
                .GET());
    }

    /** Asks who was reached. */
    public Answer audience(ViewQuery query) {
        return audience(query.parameters());
    }

    /** Asks who was reached by a query string. */
    public Answer audience(String parameters) {
        return send(request("/audience?" + parameters).GET());
    }

    /** One page of conflicts by a query string. */
    public Answer conflicts(String parameters) {
        return send(request("/conflicts?" + parameters).GET());
    }

    /** One page of corrections by a query string. */
    public Answer corrections(String parameters) {
        return send(request("/corrections?" + parameters).GET());
    }

    public Answer event(String field, String id) {
        return send(
                request("/events/" + ViewQuery.encoded(id) + "?field=" + field).GET());
    }

    /** One page of a field's ledger, after a watermark (null: from its beginning). */
    public Answer ledger(String field, @Nullable String after, int limit) {
        return send(request("/events?field=" + field + "&limit=" + limit + (after == null ? "" : "&after=" + after))
                .GET());
    }

    /** A field's ledger as one stream. */
    public Answer ledgerStream(String field, @Nullable String after) {
        return send(request("/events?field=" + field + (after == null ? "" : "&after=" + after))
                .header("Accept", "application/x-ndjson")
                .GET());
    }

    /**
     * Asks for a resource below the merchant.
     *
     * @param body JSON; empty sends none
     * @param headers names and values in turn
     */
    public Answer resource(String method, String path, String body, String... headers) {
        var request = request(path)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(bytes(body)));
        for (int at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        return send(request);
    }

    /** The OpenAPI document. */
    public Answer document() {
        return send(HttpRequest.newBuilder(base.resolve("/openapi.json"))
                .timeout(DEADLINE)
                .GET());
    }

    public Answer ready() {
        return send(HttpRequest.newBuilder(base.resolve("/readyz"))
                .timeout(DEADLINE)
                .GET());
    }

    /** How many calls ended in which way. */
    public String summary() {
        return calls.stream()
                .collect(Collectors.groupingBy(
                        call -> call.outcome().name().toLowerCase(Locale.ROOT), Collectors.counting()))
                .toString();
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve("/v1/merchants/" + merchant + path))
                .timeout(DEADLINE);
        var bearer = token.get();
        return bearer == null ? request : request.header("Authorization", "Bearer " + bearer);
    }

    private Answer send(HttpRequest.Builder building) {
        var request = building.build();
        var begun = Instant.now();
        var answer = answer(request);
        calls.add(new Call(
                begun,
                Duration.between(begun, Instant.now()),
                request.method(),
                request.uri(),
                answer.status(),
                answer.outcome()));
        return answer;
    }

    private Answer answer(HttpRequest request) {
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return Answer.of(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException notAnswered) {
            return Answer.unknown(notAnswered.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Answer.unknown(stopped.toString());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzipped(byte[] body) {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return zipped.toByteArray();
    }
}
