package io.factmatrix.creator;

import io.factmatrix.kit.testing.TestIssuer;
import io.factmatrix.kit.testing.TestStore;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** A merchant of the running service, as somebody with some roles uses it. */
final class Desk {

    /** At once, however few processors there are. */
    static final Executor CLIENTS = Schedulers.boundedElastic()::schedule;

    private static final AtomicInteger MERCHANT = new AtomicInteger();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Started once, and stopped with the process. */
    private static final RunningService SERVICE = new RunningService(CreatorService.application());

    private final String merchant;
    private final String token;

    Desk(String merchant, String... roles) {
        this.merchant = merchant;
        this.token = TestIssuer.token(claims ->
                claims.subject("ann").claim("merchants", List.of(merchant)).claim("roles", List.of(roles)));
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

    static TestStore store() {
        return SERVICE.store();
    }

    static List<Answer> atOnce(int many, IntFunction<Answer> call) {
        var calls = IntStream.range(0, many)
                .mapToObj(turn -> CompletableFuture.supplyAsync((Supplier<Answer>) () -> call.apply(turn), CLIENTS))
                .toList();
        return calls.stream().map(CompletableFuture::join).toList();
    }

    /** The same merchant, as somebody with other roles. */
    Desk as(String... roles) {
        return new Desk(merchant, roles);
    }

    String merchant() {
        return merchant;
    }

    Answer send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(SERVICE.uri() + "/v1/merchants/" + merchant + path))
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

    Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    List<JsonNode> trail() {
        return get("/audit-trail?field=creator&limit=500").items();
    }
}
