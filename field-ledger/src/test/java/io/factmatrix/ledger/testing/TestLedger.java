package io.factmatrix.ledger.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.MerchantTransactions;
import io.factmatrix.kit.store.StoreThreads;
import io.factmatrix.kit.testing.TestStore;
import io.factmatrix.ledger.application.GroupCommit;
import io.factmatrix.ledger.application.Reading;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.decision.Decision;
import io.factmatrix.ledger.domain.event.Content;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.ledger.domain.event.State;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.TouchpointKind;
import io.factmatrix.ledger.domain.figures.Window;
import io.factmatrix.ledger.store.PostgresAfterSales;
import io.factmatrix.ledger.store.PostgresArrivals;
import io.factmatrix.ledger.store.PostgresConflicts;
import io.factmatrix.ledger.store.PostgresFacts;
import io.factmatrix.ledger.store.PostgresFeeds;
import io.factmatrix.ledger.store.PostgresFigures;
import io.factmatrix.ledger.store.PostgresHistory;
import io.factmatrix.ledger.store.PostgresLedgers;
import io.factmatrix.ledger.store.PostgresSelections;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** A ledger on the real store, as one merchant after the other uses it. */
public final class TestLedger {

    private static final AtomicInteger MERCHANT = new AtomicInteger();

    /** When the events of tests happen: midnight, UTC. */
    public static final Instant DAY = Instant.parse("2026-06-01T00:00:00Z");

    /** What its touchpoints are. */
    public static final Map<String, TouchpointKind> KINDS =
            Map.of("t-1", TouchpointKind.SESSION, "t-2", TouchpointKind.CONTENT);

    private final TestStore store = TestStore.migrated("classpath:db/ledger");
    private final HikariDataSource pool = store.pool(8);
    private final JdbcTemplate jdbc = new JdbcTemplate(pool);
    private final MerchantTransactions transactions = TestStore.transactions(pool);
    private final StoreThreads threads = new StoreThreads("test", 6, 20_000);
    private final Reading reading = new Reading(
            new PostgresFacts(jdbc),
            new PostgresFigures(jdbc),
            merchant -> KINDS,
            new PostgresSelections(jdbc),
            new PostgresAfterSales(jdbc),
            new PostgresArrivals(jdbc, new PostgresHistory(jdbc)),
            new PostgresFeeds(jdbc),
            new PostgresConflicts(jdbc),
            transactions,
            threads,
            threads);
    private GroupCommit writer = newWriter();

    /** One that knows nothing yet of what is stored, as after a start. */
    public GroupCommit newWriter() {
        return new GroupCommit(new PostgresLedgers(jdbc), transactions, threads);
    }

    public void restart() {
        writer = newWriter();
    }

    public TestStore store() {
        return store;
    }

    public HikariDataSource pool() {
        return pool;
    }

    public MerchantTransactions transactions() {
        return transactions;
    }

    public JdbcTemplate jdbc() {
        return jdbc;
    }

    public StoreThreads threads() {
        return threads;
    }

    public Reading reading() {
        return reading;
    }

    /** The ledger of a merchant nobody has used before. */
    public static LedgerId fresh() {
        return new LedgerId(MerchantId.of("m" + MERCHANT.incrementAndGet()), Field.CREATOR);
    }

    /** What becomes of the events, sent together: "stored", "duplicate", or the code of the rejection. */
    public List<String> send(LedgerId ledger, Event... events) {
        return send(ledger, List.of(events));
    }

    public List<String> send(LedgerId ledger, List<Event> events) {
        var written = Objects.requireNonNull(writer.write(ledger, events).block());
        return written.decisions().stream().map(TestLedger::word).toList();
    }

    private static String word(Decision decision) {
        if (decision instanceof Decision.Rejected rejected) {
            return rejected.rejection().code();
        }
        return decision instanceof Decision.Stored ? "stored" : "duplicate";
    }

    public State state(LedgerId ledger, String id) {
        return Objects.requireNonNull(reading.find(ledger, id).block()).state();
    }

    /** Figures of the 30 days from {@link #DAY}, in CNY. */
    public Figures figures(LedgerId ledger) {
        return figures(ledger, DAY, DAY.plusSeconds(30 * 86_400));
    }

    public Figures figures(LedgerId ledger, Instant from, Instant to) {
        var window = new Window(from, to, "CNY", null, null, null);
        return Objects.requireNonNull(reading.figures(ledger, window).block()).figures();
    }

    // What tests send: the least an event needs, with what matters to the test.

    public static Event paid(String id, String order, long fen) {
        return event(id, null, 0, new Content.OrderPaid(order, "1", 1, new Money(fen, "CNY"), false));
    }

    public static Event refund(String id, String order, long fen) {
        return event(id, null, 3_600, new Content.OrderRefunded(order, "1", new Money(fen, "CNY"), null, null));
    }

    public static Event cost(String id, long fen, boolean estimated, @Nullable String settles) {
        return event(id, null, 0, new Content.Cost("ads", new Money(fen, "CNY"), estimated, settles));
    }

    public static Event replacing(String target, Event event) {
        return event(event.id(), target, 0, event.content());
    }

    public static Event event(String id, @Nullable String replaces, int seconds, Content content) {
        return new Event(id, Field.CREATOR, "t-1", "main", replaces, DAY.plusSeconds(seconds), "p-1", "a-1", content);
    }
}
