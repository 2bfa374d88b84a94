package io.factmatrix.livestream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.factmatrix.ledger.testing.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whatever goes wrong with an ingest, the log names the merchant and the trace, and nobody whose event it was. */
class LogTest {

    private static final String PERSON = "person-8151";
    private static final String ORDER = "order-4711";

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger own = (Logger) LoggerFactory.getLogger("io.factmatrix");
    private final ListAppender<ILoggingEvent> entries = new ListAppender<>();

    @BeforeEach
    void listen() {
        // A program that starts sets the log up anew.
        assertThat(Desk.management()).isNotEmpty();
        entries.start();
        root.addAppender(entries);
        own.setLevel(Level.DEBUG);
    }

    @AfterEach
    void leave() {
        own.setLevel(null);
        root.detachAppender(entries);
    }

    private static String paid(String id, String order, String amount) {
        return ("{\"id\":\"%s\",\"type\":\"order.paid\",\"field\":\"livestream\",\"touchpoint\":\"t\","
                        + "\"occurredAt\":\"2026-06-18T20:00:00Z\",\"order\":\"%s\",\"product\":\"p\",\"quantity\":1,"
                        + "\"amount\":{\"amount\":\"%s\",\"currency\":\"CNY\"},\"audience\":\"%s\"}")
                .formatted(id, order, amount, PERSON);
    }

    /** The store refuses the row, and says which: who stored it must not say so on. */
    @Test
    void aStoreThatRefusesARowIsLoggedWithoutTheRow() {
        var desk = Desk.fresh("integration");
        var owner = Desk.store().asOwner();
        owner.execute("alter table event add constraint refused check (order_id <> '" + ORDER + "') not valid");
        try {
            assertThat(ingest(desk, paid("e-1", ORDER, "1.00")).status()).isEqualTo(503);
        } finally {
            owner.execute("alter table event drop constraint refused");
        }

        var told = await().until(
                        () -> List.copyOf(entries.list).stream()
                                .filter(entry -> entry.getFormattedMessage().contains("undecided"))
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
        assertThat(told.getMDCPropertyMap())
                .containsEntry("merchant", desk.merchant())
                .hasEntrySatisfying("traceId", id -> assertThat(id).matches("[0-9a-f]{32}"))
                .hasEntrySatisfying("spanId", id -> assertThat(id).matches("[0-9a-f]{16}"));
        nobodyIsNamed();
    }

    @Test
    void linesThatAreRejectedAreNotLogged() {
        var desk = Desk.fresh("integration");
        var bad = List.of(
                paid("e-1", ORDER, "12.345"),
                paid("e-2", ORDER, "1.00").replace("order.paid", PERSON),
                paid("e-3", ORDER, "1.00").replace(":1,", ":,"),
                paid("e-4", ORDER, "1.00").replace(PERSON, PERSON + "\\u0000"),
                paid("e-5", ORDER, "1.00") + PERSON.repeat(2_000));

        assertThat(ingest(desk, String.join("\n", bad)).at("/rejected")).isEqualTo("5");
        nobodyIsNamed();
    }

    private static Answer ingest(Desk desk, String lines) {
        return desk.post("/events", lines, "Content-Type", "application/x-ndjson");
    }

    private void nobodyIsNamed() {
        assertThat(List.copyOf(entries.list))
                .allSatisfy(entry -> assertThat(text(entry)).doesNotContain(PERSON, ORDER, "Bearer", "eyJ"));
    }

    private static String text(ILoggingEvent entry) {
        var thrown = entry.getThrowableProxy();
        return entry.getFormattedMessage()
                + entry.getMDCPropertyMap()
                + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
    }
}
