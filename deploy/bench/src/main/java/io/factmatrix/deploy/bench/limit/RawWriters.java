package io.factmatrix.deploy.bench.limit;

import io.factmatrix.deploy.bench.load.Spent;
import io.factmatrix.deploy.local.failure.Failure;
import io.factmatrix.deploy.local.server.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/** Connections that write into one table side by side, each on a thread of its own. */
final class RawWriters implements AutoCloseable {

    private final String name;
    private final List<Connection> connections = new ArrayList<>();
    private final ExecutorService threads;

    /** One connection's part: writes until then, and counts the rows. */
    interface Writing {

        void until(long end, Connection connection, LongAdder written) throws SQLException;
    }

    /**
     * @param name in failures
     * @param table created when it is absent
     */
    RawWriters(String name, Database database, int writers, String table) {
        this.name = name;
        this.threads = Executors.newFixedThreadPool(writers, RawWriters::thread);
        try {
            for (int writer = 0; writer < writers; writer++) {
                connections.add(
                        DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword()));
            }
            try (var statement = connections.get(0).createStatement()) {
                statement.execute(table);
            }
        } catch (SQLException e) {
            close();
            throw new Failure(name + ": " + e.getMessage(), e);
        }
    }

    /** Rows a second, until the last that was begun within the span is durable. */
    double run(Duration span, Writing writing) {
        var began = System.nanoTime();
        var written = new LongAdder();
        var all = connections.stream()
                .map(connection -> CompletableFuture.runAsync(
                        () -> write(writing, began + span.toNanos(), connection, written), threads))
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(all).join();
        } catch (CompletionException e) {
            throw new Failure(name + ": " + e.getCause(), e);
        }
        return written.sum() / Spent.seconds(began);
    }

    private static void write(Writing writing, long end, Connection connection, LongAdder written) {
        try {
            writing.until(end, connection, written);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    static Thread thread(Runnable work) {
        var thread = new Thread(work, "raw");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        close(connections);
    }

    static void close(List<Connection> connections) {
        for (var connection : connections) {
            try {
                connection.close();
            } catch (SQLException gone) {
                // Its server ends it.
            }
        }
    }
}
