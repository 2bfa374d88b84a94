package io.factmatrix.deploy.bench.limit;

import io.factmatrix.deploy.local.server.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
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

    private final AtomicLong ids = new AtomicLong();
    private final RawWriters writers;

    public RawCommits(Database database, int writers) {
        this.writers = new RawWriters("raw commits", database, writers, TABLE);
    }

    @Override
    public double run(Duration span) {
        return writers.run(span, this::write);
    }

    private void write(long until, Connection connection, LongAdder written) throws SQLException {
        try (var insert = connection.prepareStatement("insert into raw_commit values (?, ?, ?, ?)")) {
            do {
                var id = ids.incrementAndGet();
                insert.setString(1, "m" + id % 8);
                insert.setLong(2, id);
                insert.setString(3, "touchpoint-0001");
                insert.setLong(4, id);
                written.add(insert.executeUpdate());
            } while (System.nanoTime() - until < 0);
        }
    }

    @Override
    public void close() {
        writers.close();
    }
}
