package io.factmatrix.deploy.bench.limit;

import io.factmatrix.deploy.bench.load.Spent;
import io.factmatrix.deploy.bench.mix.Days;
import io.factmatrix.deploy.local.failure.Failure;
import io.factmatrix.deploy.local.server.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * What PostgreSQL itself takes for the sums of a view: the statements asked of all databases at once, as the services' own roles
 * under row-level security, prepared, every row read.
 */
public final class SqlSums implements AutoCloseable {

    private static final List<String> COUNTERS = List.of(
            "impressions",
            "paid_impressions",
            "views",
            "viewers",
            "product_impressions",
            "product_clicks",
            "watch_seconds",
            "likes",
            "comments",
            "shares",
            "follows",
            "fan_joins");

    private static final List<String> SALES = List.of(
            "gmv",
            "refunds",
            "refunds_of_period",
            "units",
            "lines",
            "lines_with_audience",
            "orders",
            "orders_of_touchpoint",
            "orders_of_product");

    private static final List<String> OF_ROLLUPS = List.of(
            "select field, touchpoint, currency, %s from sales_rollup where merchant_id = ? and bucket >= ? and bucket < ? group by 1, 2, 3"
                    .formatted(sums(SALES, "")),
            "select field, touchpoint, %s, %s from traffic_rollup where merchant_id = ? and bucket >= ? and bucket < ? group by 1, 2"
                    .formatted(sums(COUNTERS, ""), sums(COUNTERS, "_reports")),
            "select field, currency, category, sum(amount), sum(events) from cost_rollup where merchant_id = ? and bucket >= ? and bucket < ? group by 1, 2, 3",
            "select field, kind, sum(events) from ticket_rollup where merchant_id = ? and bucket >= ? and bucket < ? group by 1, 2");

    private static final List<String> OF_FACTS = List.of("""
            select field, touchpoint, currency,
                sum(amount) filter (where type = 'order.paid' and not sample),
                sum(amount) filter (where type = 'order.refunded'),
                sum(amount) filter (where type = 'cost'),
                sum(quantity) filter (where type = 'order.paid' and not sample),
                sum(counters[1]), sum(counters[3])
            from event where merchant_id = ? and occurred_at >= ? and occurred_at < ? group by 1, 2, 3
            """);

    private final String merchant;
    private final List<Connection> connections = new ArrayList<>();
    private final List<List<PreparedStatement>> statements = new ArrayList<>();
    private final ExecutorService threads;

    private SqlSums(String merchant, Collection<Database> databases, List<String> queries) {
        this.merchant = merchant;
        this.threads = Executors.newFixedThreadPool(databases.size(), RawWriters::thread);
        try {
            for (var database : databases) {
                open(database, queries);
            }
        } catch (SQLException e) {
            close();
            throw new Failure("sums by SQL: " + e.getMessage(), e);
        }
    }

    /** The sums that a view shows, from the rollups. */
    public static SqlSums ofRollups(String merchant, Collection<Database> databases) {
        return new SqlSums(merchant, databases, OF_ROLLUPS);
    }

    /** A few of the sums that a view shows, from the facts themselves. */
    public static SqlSums ofFacts(String merchant, Collection<Database> databases) {
        return new SqlSums(merchant, databases, OF_FACTS);
    }

    private static String sums(List<String> columns, String suffix) {
        return columns.stream().map(column -> "sum(" + column + suffix + ")").collect(Collectors.joining(", "));
    }

    private void open(Database database, List<String> queries) throws SQLException {
        var connection = DriverManager.getConnection(database.url(), database.app(), database.appPassword());
        connections.add(connection);
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        var prepared = new ArrayList<PreparedStatement>();
        for (var query : queries) {
            var statement = connection.prepareStatement(query);
            statement.setString(1, merchant);
            statement.setObject(2, midnight(Days.from()));
            statement.setObject(3, midnight(Days.to()));
            prepared.add(statement);
        }
        statements.add(prepared);
    }

    private static Object midnight(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    /** Seconds until the last database has answered. */
    public double ask() {
        var began = System.nanoTime();
        var rows = new AtomicLong();
        var all = new ArrayList<CompletableFuture<Void>>();
        for (int database = 0; database < connections.size(); database++) {
            int asked = database;
            all.add(CompletableFuture.runAsync(() -> rows.addAndGet(ask(asked)), threads));
        }
        try {
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw new Failure("sums by SQL: " + e.getCause(), e);
        }
        var seconds = Spent.seconds(began);
        if (rows.get() == 0) {
            throw new Failure("sums by SQL: no rows (expected: those of merchant " + merchant + ")");
        }
        return seconds;
    }

    private long ask(int database) {
        long count = 0;
        var connection = connections.get(database);
        try (var scope = connection.createStatement()) {
            scope.execute("set local app.merchant = '" + merchant + "'");
            for (var statement : statements.get(database)) {
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        count++;
                    }
                }
            }
            connection.commit();
            return count;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        RawWriters.close(connections);
    }
}
