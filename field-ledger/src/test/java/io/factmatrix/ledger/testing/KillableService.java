package io.factmatrix.ledger.testing;

import static org.awaitility.Awaitility.await;

import io.factmatrix.kit.testing.TestStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service in a JVM of its own, always at the same port, which is killed as a machine that fails kills it. */
public final class KillableService implements AutoCloseable {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(3);

    private final Class<?> main;
    private final TestStore store;
    private final int port = freePort();
    private @Nullable Process process;

    public KillableService(Class<?> main, TestStore store) {
        this.main = main;
        this.store = store;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    public String uri() {
        return "http://localhost:" + port;
    }

    /** Until it is ready. */
    public void start() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "--server.port=" + port));
        command.addAll(RunningService.settings(store));
        try {
            process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
        await().atMost(STARTS_WITHIN).until(this::isReady);
    }

    private boolean isReady() throws InterruptedException {
        try {
            var asked = HttpRequest.newBuilder(URI.create(uri() + "/readyz")).build();
            return HttpClient.newHttpClient()
                            .send(asked, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException away) {
            return false;
        }
    }

    /** At once, in the midst of whatever it does. */
    public void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
