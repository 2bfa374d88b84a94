package io.factmatrix.deploy.local.stack;

import io.factmatrix.deploy.local.failure.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a gateway whether it serves. */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 100;

    private final HttpRequest question;

    Readiness(URI gateway) {
        this.question = HttpRequest.newBuilder(gateway.resolve("/readyz"))
                .timeout(Duration.ofSeconds(5))
                .build();
    }

    /** Returns when it does. */
    void await() {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        var end = System.nanoTime() + PATIENCE.toNanos();
        var last = "no answer";
        try {
            while (System.nanoTime() < end) {
                last = ask(client);
                if (last.equals("200")) {
                    return;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Failure(
                "%s says %s after %d s (expected: 200)".formatted(question.uri(), last, PATIENCE.toSeconds()));
    }

    private String ask(HttpClient client) throws InterruptedException {
        try {
            return Integer.toString(client.send(question, HttpResponse.BodyHandlers.discarding())
                    .statusCode());
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
