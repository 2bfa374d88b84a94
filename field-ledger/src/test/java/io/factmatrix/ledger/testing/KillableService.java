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
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A service in a JVM of its own, always at the same port, which is killed as a machine that fails kills it. */
public final class KillableService implements AutoCloseable {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(3);
    private static final Path LOG = Path.of("target", "killable-service.log");
    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 32_000;

    private final Class<?> main;
    private final TestStore store;
    private final int port = freePort();
    private @Nullable Process process;

    public KillableService(Class<?> main, TestStore store) {
        this.main = main;
        this.store = store;
    }

    /** Below those that outgoing connections are given: while the service is down, none of them may take its port. */
    private static int freePort() {
        var draw = new Random();
        while (true) {
            int port = draw.nextInt(LOWEST_PORT, HIGHEST_PORT);
            try (var socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // Then another.
            }
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
            var started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                    .start();
            process = started;
            await().atMost(STARTS_WITHIN)
                    .failFast("It ended before it was ready: see " + LOG, () -> !started.isAlive())
                    .until(this::isReady);
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
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
