package io.factmatrix.deploy.bench.limit;

import io.factmatrix.deploy.bench.load.Spent;
import io.factmatrix.deploy.local.failure.Failure;
import io.factmatrix.deploy.local.server.FieldDatabase;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** The limit of single events without grouping: one row a transaction, on that many connections. */
public final class RawCommits implements Raw {

    private static final String TABLE = """
            create table if not exists raw_commit (
                merchant text not null,
                event_id bigint not null,
                touchpoint text not null,
                amount bigint not null,
                primary key (merchant, event_id)
            ) with (autovacuum_enabled = off)
            """;

    private final List<Connection> connections = new ArrayList<>();
    private final AtomicLong ids = new AtomicLong();
    private final ExecutorService threads;

    public RawCommits(FieldDatabase database, int writers) {
        this.threads = Executors.newFixedThreadPool(writers, RawTable::thread);
        try {
            for (int writer = 0; writer < writers; writer++) {
                connections.add(
                        DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword()));
            }
            try (var statement = connections.get(0).createStatement()) {
                statement.execute(TABLE);
            }
        } catch (SQLException e) {
            close();
            throw new Failure("raw commits: " + e.getMessage(), e);
        }
    }

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
            throw new Failure("raw commits: " + e.getCause(), e);
        }
        return written.sum() / Spent.seconds(began);
    }

    private void write(Connection connection, long until, LongAdder written) {
        try (var insert = connection.prepareStatement("insert into raw_commit values (?, ?, ?, ?)")) {
            do {
                var id = ids.incrementAndGet();
                insert.setString(1, "m" + id % 8);
                insert.setLong(2, id);
                insert.setString(3, "touchpoint-0001");
                insert.setLong(4, id);
                written.add(insert.executeUpdate());
            } while (System.nanoTime() - until < 0);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        RawTable.close(connections);
    }
}
