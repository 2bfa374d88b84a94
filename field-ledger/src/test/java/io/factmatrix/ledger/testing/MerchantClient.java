package io.factmatrix.ledger.testing;

import io.factmatrix.kit.testing.TestIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A merchant of a running service, as somebody with some roles uses it; each service's {@code Desk} adds its own nouns. */
public class MerchantClient {

    /** As many at once as there are calls, however few processors there are. */
    public static final Executor CLIENTS = Executors.newCachedThreadPool(MerchantClient::thread);

    private static final AtomicInteger MERCHANT = new AtomicInteger();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Supplier<String> service;
    private final String merchant;
    private final String token;

    /**
     * @param service where it is, asked for each request
     */
    protected MerchantClient(Supplier<String> service, String merchant, String... roles) {
        this.service = service;
        this.merchant = merchant;
        this.token = TestIssuer.token(claims ->
                claims.subject("ann").claim("merchants", List.of(merchant)).claim("roles", List.of(roles)));
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "client");
        thread.setDaemon(true);
        return thread;
    }

    /** One that nobody has used. */
    public static String freshMerchant() {
        return "m" + MERCHANT.incrementAndGet();
    }

    public static List<Answer> atOnce(int many, IntFunction<Answer> call) {
        var calls = IntStream.range(0, many)
                .mapToObj(turn -> CompletableFuture.supplyAsync((Supplier<Answer>) () -> call.apply(turn), CLIENTS))
                .toList();
        return calls.stream().map(CompletableFuture::join).toList();
    }

    /** In single quotes, for those who read it. */
    public static String json(String text) {
        return text.replace('\'', '"');
    }

    public String merchant() {
        return merchant;
    }

    public Answer send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(service.get() + "/v1/merchants/" + merchant + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + token);
        if (!List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    public Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    /** The audit trail of that field, the newest first. */
    protected List<JsonNode> trail(String field) {
        return get("/audit-trail?field=" + field + "&limit=500").items();
    }
}
