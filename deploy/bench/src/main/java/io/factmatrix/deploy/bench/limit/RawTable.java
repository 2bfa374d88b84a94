package io.factmatrix.deploy.bench.limit;

import io.factmatrix.deploy.bench.mix.Rows;
import io.factmatrix.deploy.local.server.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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

    private final Queue<Rows> blocks;
    private final AtomicLong generation;
    private final RawWriters writers;

    /**
     * @param generation shared by all that write to the table
     */
    public RawTable(Database database, int writers, List<Rows> blocks, AtomicLong generation) {
        this.blocks = new ConcurrentLinkedQueue<>(blocks);
        this.generation = generation;
        this.writers = new RawWriters("raw table", database, writers, TABLE);
    }

    /** A block is a transaction. */
    @Override
    public double run(Duration span) {
        return writers.run(span, this::write);
    }

    private void write(long until, Connection connection, LongAdder written) throws SQLException {
        var copies = connection.unwrap(PGConnection.class).getCopyAPI();
        do {
            var rows = blocks.remove();
            var bytes = rows.stamp(generation.incrementAndGet());
            var copy = copies.copyIn(COPY);
            copy.writeToCopy(bytes, 0, bytes.length);
            written.add(copy.endCopy());
            blocks.add(rows);
        } while (System.nanoTime() - until < 0);
    }

    @Override
    public void close() {
        writers.close();
    }
}
