package io.factmatrix.kit.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.factmatrix.kit.store.MerchantTransactions;
import io.micrometer.observation.ObservationRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * A database of its own on the one real PostgreSQL that all tests of a JVM share: made as an installer makes it, owned by one
 * role and used by another.
 */
public final class TestStore {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private final String database;

    private TestStore(String database) {
        this.database = database;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }

    /** An empty database with an owner and an app role. */
    public static TestStore create() {
        var store = new TestStore("store_" + NUMBER.incrementAndGet());
        var admin = new JdbcTemplate(SERVER.getPostgresDatabase());
        admin.execute("create role " + store.owner() + " login password 'owner'");
        admin.execute("create role " + store.app() + " login password 'app'");
        admin.execute("create database " + store.database + " owner " + store.owner());
        return store;
    }

    /** The same, with these migrations applied by its owner. */
    public static TestStore migrated(String... locations) {
        var store = create();
        Flyway.configure()
                .dataSource(store.url(), store.owner(), "owner")
                .locations(locations)
                .placeholders(Map.of("app_role", store.app()))
                // As in the services: an index that is built concurrently waits for every transaction.
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .load()
                .migrate();
        return store;
    }

    public String url() {
        return "jdbc:postgresql://localhost:%d/%s".formatted(SERVER.getPort(), database);
    }

    public String owner() {
        return database + "_owner";
    }

    public String app() {
        return database + "_app";
    }

    /** A pool of connections of the app role. */
    public HikariDataSource pool(int size) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url());
        pool.setUsername(app());
        pool.setPassword("app");
        pool.setMaximumPoolSize(size);
        return pool;
    }

    /** The connection of the owner. */
    public JdbcTemplate asOwner() {
        return new JdbcTemplate(SERVER.getDatabase(owner(), database));
    }

    /** Tables without forced row-level security, and unique keys that do not begin with the merchant: there must be none. */
    public List<String> tablesWithoutTheirLocks() {
        return asOwner().queryForList("""
                        select relname from pg_class
                        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                            and relname <> 'flyway_schema_history' and not (relrowsecurity and relforcerowsecurity)
                        union all
                        select indexrelid::regclass::text from pg_index
                        join pg_class on pg_class.oid = indrelid
                        join pg_attribute on attrelid = indrelid and attnum = indkey[0]
                        where relnamespace = 'public'::regnamespace and relname <> 'flyway_schema_history'
                            and indisunique and attname <> 'merchant_id'
                        """, String.class);
    }

    /** Transactions on that pool. */
    public static MerchantTransactions transactions(HikariDataSource pool) {
        return new MerchantTransactions(
                new JdbcTemplate(pool), new JdbcTransactionManager(pool), ObservationRegistry.NOOP);
    }
}
