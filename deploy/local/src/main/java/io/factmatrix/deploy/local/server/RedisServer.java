package io.factmatrix.deploy.local.server;

import io.factmatrix.deploy.local.data.DataDirectory;
import io.factmatrix.deploy.local.data.PrivateFile;
import io.factmatrix.deploy.local.data.Secrets;
import io.factmatrix.deploy.local.failure.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import redis.embedded.core.ExecutableProvider;

/** Redis on a free loopback port. Keeps nothing: what it holds may be lost at any time. */
public final class RedisServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String SETTINGS = """
            # Written at every start.
            bind 127.0.0.1
            port %d
            requirepass %s
            daemonize yes
            dir "%s"
            pidfile "%s"
            logfile "%s"
            save ""
            appendonly no
            maxmemory 256mb
            maxmemory-policy allkeys-lru
            """;

    private final Path folder;
    private final Path log;
    private final String password;
    private int port;

    private RedisServer(DataDirectory data, Secrets secrets) {
        this.folder = data.folder("redis");
        this.log = data.folder("log").resolve("redis.log");
        this.password = secrets.password("redis");
    }

    /** Stops a server that an earlier stack left behind, and starts. */
    public static RedisServer start(DataDirectory data, Secrets secrets) {
        var server = new RedisServer(data, secrets);
        server.close();
        server.port = FreePort.any();
        server.launch();
        return server;
    }

    /** Stops the server that an earlier stack left behind in that folder. */
    public static void stop(DataDirectory data, Secrets secrets) {
        new RedisServer(data, secrets).close();
    }

    public int port() {
        return port;
    }

    public String password() {
        return password;
    }

    /** Starts a server that died, where it was. */
    public synchronized boolean revive() {
        if (process().isPresent()) {
            return false;
        }
        launch();
        return true;
    }

    /** The server's process, when it runs. */
    public Optional<ProcessHandle> process() {
        return ServerProcess.find(
                folder.resolve("pid"), folder.resolve("redis-server").toString());
    }

    @Override
    public synchronized void close() {
        process().ifPresent(ServerProcess::stop);
    }

    private void launch() {
        try {
            var program =
                    ExecutableProvider.newJarResourceProvider(folder.toFile()).get();
            var settings = folder.resolve("redis.conf");
            PrivateFile.write(settings, SETTINGS.formatted(port, password, folder, folder.resolve("pid"), log));
            var result = Command.of(program.toPath(), settings.toString()).run();
            if (result.failed() || !answers()) {
                throw new Failure("Redis does not start (see " + log + ")");
            }
        } catch (IOException e) {
            throw Failure.of("Redis", e);
        }
    }

    private boolean answers() {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (Files.exists(folder.resolve("pid")) && isReady()) {
                return true;
            }
            Pause.shortly();
        }
        return false;
    }

    private boolean isReady() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            // A refusal (-NOAUTH) is an answer, too.
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }
}
