package io.factmatrix.deploy.bench.limit;

import io.factmatrix.deploy.bench.load.Spent;
import io.factmatrix.deploy.bench.mix.Rows;
import io.factmatrix.deploy.local.failure.Failure;
import io.factmatrix.deploy.local.server.FieldDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.postgresql.PGConnection;

/**
 * The limit: rows that nobody parses, judges or sums up, written durably into a table that is keyed as the events are. Same
 * server, same events; even their bytes are made beforehand.
 */
public final class RawTable implements Raw {

    private static final String TABLE = """
            create table if not exists raw (
                merchant text not null,
                event_id text not null,
                field smallint not null,
                type text not null,
                occurred_at timestamptz not null,
                touchpoint text,
                product text,
                audience text,
                order_id text,
                quantity bigint,
                amount bigint,
                currency text,
                primary key (merchant, event_id)
            ) with (autovacuum_enabled = off)
            """;

    private static final String COPY = "copy raw (" + Rows.COLUMNS + ") from stdin (format binary)";

    private final FieldDatabase database;
    private final int writers;
    private final Queue<Rows> blocks;
    private final AtomicLong generation;
    private final List<Connection> connections = new ArrayList<>();
    private final ExecutorService threads;

    /**
     * @param generation shared by all that write to the table
     */
    public RawTable(FieldDatabase database, int writers, List<Rows> blocks, AtomicLong generation) {
        this.database = database;
        this.writers = writers;
        this.blocks = new ConcurrentLinkedQueue<>(blocks);
        this.generation = generation;
        this.threads = Executors.newFixedThreadPool(writers, RawTable::thread);
        try {
            connect();
        } catch (SQLException e) {
            close();
            throw new Failure("raw table: " + e.getMessage(), e);
        }
    }

    private void connect() throws SQLException {
        for (int writer = 0; writer < writers; writer++) {
            var connection = DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword());
            connections.add(connection);
            if (writer == 0) {
                try (var statement = connection.createStatement()) {
                    statement.execute(TABLE);
                }
            }
        }
    }

    /** A block is a transaction. */
    @Override
    public double run(Duration span) {
        var began = System.nanoTime();
        var written = new LongAdder();
        var all = connections.stream()
                .map(connection ->
                        CompletableFuture.runAsync(() -> write(connection, began + span.toNanos(), written), threads))
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(all).join();
        } catch (CompletionException e) {
            throw new Failure("raw table: " + e.getCause(), e);
        }
        return written.sum() / Spent.seconds(began);
    }

    private void write(Connection connection, long until, LongAdder written) {
        try {
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            do {
                var rows = blocks.remove();
                var bytes = rows.stamp(generation.incrementAndGet());
                var copy = copies.copyIn(COPY);
                copy.writeToCopy(bytes, 0, bytes.length);
                written.add(copy.endCopy());
                blocks.add(rows);
            } while (System.nanoTime() - until < 0);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        close(connections);
    }

    static Thread thread(Runnable work) {
        var thread = new Thread(work, "raw");
        thread.setDaemon(true);
        return thread;
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
