package io.factmatrix.deploy.local.server;

import io.factmatrix.deploy.local.data.DataDirectory;
import io.factmatrix.deploy.local.data.PrivateFile;
import io.factmatrix.deploy.local.data.Secrets;
import io.factmatrix.deploy.local.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PostgreSQL on a free loopback port, durable, its data below a data folder. Driven by its own {@code initdb} and {@code
 * pg_ctl}: it lives in a session of its own, so that Ctrl-C reaches the stack and not the server under it.
 */
public final class PostgresServer implements AutoCloseable {

    static final String SUPERUSER = "postgres";

    private static final String SETTINGS = """
            # Written at every start.
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            max_connections = 200
            shared_buffers = '256MB'
            # A ledger fills within seconds; plans made while it was empty are made anew as soon.
            autovacuum_naptime = '10s'
            max_wal_size = '2GB'
            # A ledger's statements are short: compiling them takes longer than running them.
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            """;

    private final PostgresBinaries binaries;
    private final Path data;
    private final Path log;
    private final Secrets secrets;
    private final int port;

    private PostgresServer(PostgresBinaries binaries, DataDirectory folder, Secrets secrets) {
        this.binaries = binaries;
        this.data = folder.path().resolve("postgres");
        this.log = folder.folder("log").resolve("postgres.log");
        this.secrets = secrets;
        this.port = FreePort.any();
    }

    /** Stops a server that an earlier stack left behind, recovers its data, and starts. */
    public static PostgresServer start(PostgresBinaries binaries, DataDirectory folder, Secrets secrets) {
        var server = new PostgresServer(binaries, folder, secrets);
        try {
            server.prepare();
            server.launch();
        } catch (IOException e) {
            throw Failure.of("PostgreSQL", e);
        }
        return server;
    }

    /** Stops the server that an earlier stack left behind in that folder. */
    public static void stop(PostgresBinaries binaries, DataDirectory folder, Secrets secrets) {
        new PostgresServer(binaries, folder, secrets).close();
    }

    public int port() {
        return port;
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    String superuserPassword() {
        return secrets.password(SUPERUSER);
    }

    /** Starts a server that died, where it was. */
    public synchronized boolean revive() {
        if (process().isPresent()) {
            return false;
        }
        launch();
        return true;
    }

    /** The server's main process, when it runs. */
    public Optional<ProcessHandle> process() {
        return ServerProcess.find(data.resolve("postmaster.pid"), data.toString());
    }

    @Override
    public synchronized void close() {
        if (process().isEmpty()) {
            return;
        }
        // Fast: sessions are ended, what is committed is written. A server that hangs recovers at the next start.
        if (control("stop", "-m", "fast", "-w", "-t", "20").failed()) {
            control("stop", "-m", "immediate", "-w", "-t", "10");
        }
        process().ifPresent(ServerProcess::stop);
    }

    private void prepare() throws IOException {
        var version = data.resolve("PG_VERSION");
        if (Files.exists(version)) {
            requireMajor(Files.readString(version).strip());
            close();
            // Were its id another program's by now, the server would not dare to start.
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        } else {
            initialise();
        }
        Files.writeString(data.resolve("postgresql.conf"), SETTINGS.formatted(port));
    }

    private void requireMajor(String found) {
        if (!found.equals(binaries.major())) {
            throw new Failure("%s holds data of PostgreSQL %s (expected: %s): start with another --data folder"
                    .formatted(data, found, binaries.major()));
        }
    }

    /** Beside its place and moved there when whole, so that a crash leaves no half of a cluster. */
    private void initialise() throws IOException {
        var draft = data.resolveSibling("postgres.new");
        var password = data.resolveSibling("postgres.password");
        DataDirectory.delete(draft);
        PrivateFile.write(password, superuserPassword());
        try {
            var result = Command.of(
                            binaries.program("initdb"),
                            "--pgdata=" + draft,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C")
                    .hidingRoot()
                    .run();
            if (result.failed()) {
                throw new Failure(
                        "PostgreSQL cannot be set up: " + reason(result.output().lines()));
            }
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void launch() {
        if (control("start", "-w", "-t", "300", "-l", log.toString(), "-s").failed()) {
            throw new Failure("PostgreSQL does not start: " + lastWords() + " (all of it: " + log + ")");
        }
    }

    private Command.Result control(String... arguments) {
        var words = Stream.concat(Stream.of("-D", data.toString()), Stream.of(arguments))
                .toArray(String[]::new);
        return Command.of(binaries.program("pg_ctl"), words).hidingRoot().run();
    }

    private String lastWords() {
        try (var lines = Files.lines(log)) {
            return reason(lines);
        } catch (IOException e) {
            return "it left no log";
        }
    }

    private static String reason(Stream<String> lines) {
        return lines.filter(line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("error:"))
                .reduce((earlier, later) -> later)
                .orElse("it does not say why");
    }
}
