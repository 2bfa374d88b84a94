package io.factmatrix.campaign;

import io.factmatrix.kit.testing.TestIssuer;
import io.factmatrix.ledger.testing.RunningService;
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

/** A merchant of the running service, as somebody with some roles uses it. */
final class Desk {

    /** As many at once as there are calls. */
    static final Executor CLIENTS = Executors.newCachedThreadPool(Desk::thread);

    private static final AtomicInteger MERCHANT = new AtomicInteger();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Started once, and stopped with the process. */
    private static final RunningService SERVICE = new RunningService(CampaignService.application());

    private final Supplier<String> uri;
    private final String merchant;
    private final String token;

    Desk(String merchant, String... roles) {
        this(SERVICE::uri, merchant, roles);
    }

    /** Of a service of its own. */
    Desk(Supplier<String> uri, String merchant, String... roles) {
        this.uri = uri;
        this.merchant = merchant;
        this.token = TestIssuer.token(claims ->
                claims.subject("ann").claim("merchants", List.of(merchant)).claim("roles", List.of(roles)));
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "client");
        thread.setDaemon(true);
        return thread;
    }

    /** That of an operator of a merchant that nobody has used. */
    static Desk fresh() {
        return fresh("operator");
    }

    static Desk fresh(String... roles) {
        return new Desk(freshMerchant(), roles);
    }

    static String freshMerchant() {
        return "m" + MERCHANT.incrementAndGet();
    }

    static List<Answer> atOnce(int many, IntFunction<Answer> call) {
        var calls = IntStream.range(0, many)
                .mapToObj(turn -> CompletableFuture.supplyAsync((Supplier<Answer>) () -> call.apply(turn), CLIENTS))
                .toList();
        return calls.stream().map(CompletableFuture::join).toList();
    }

    String merchant() {
        return merchant;
    }

    Answer send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(uri.get() + "/v1/merchants/" + merchant + path))
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

    Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    /** In single quotes, for those who read it. */
    static String json(String text) {
        return text.replace('\'', '"');
    }

    Answer put(String path, String body, String... headers) {
        return send("PUT", path, body, headers);
    }

    Answer move(String path, String to, String... headers) {
        return post(path + "/transitions", "{\"to\":\"" + to + "\"}", headers);
    }

    /** An offer of so many, open for a hundred years. */
    String offer(long stock, long cap) {
        var offer = post("/offers", terms(stock, cap, "")).ok().id();
        move("/offers/" + offer, "open").ok();
        return offer;
    }

    static String terms(long stock, long cap, String more) {
        return json(
                "{'product': 'serum', 'price': {'amount': '99', 'currency': 'CNY'}, 'stock': %d, 'capPerBuyer': %d, 'start': '2026-06-01T00:00:00Z', 'end': '2126-06-01T00:00:00Z'%s}"
                        .formatted(stock, cap, more));
    }

    Answer claim(String offer, String claim, String buyer, long quantity) {
        return put(
                "/offers/" + offer + "/claims/" + claim,
                json("{'buyer': '%s', 'quantity': %d}".formatted(buyer, quantity)));
    }

    Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    List<JsonNode> trail() {
        return get("/audit-trail?field=campaign&limit=500").items();
    }
}
