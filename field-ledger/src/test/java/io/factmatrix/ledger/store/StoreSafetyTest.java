package io.factmatrix.ledger.store;

import static io.factmatrix.ledger.testing.TestLedger.fresh;
import static io.factmatrix.ledger.testing.TestLedger.paid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.testing.TestLedger;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** What the database itself refuses, whatever the code above it does. */
class StoreSafetyTest {

    private static final TestLedger LEDGER = new TestLedger();
    private static final JdbcTemplate APP = new JdbcTemplate(LEDGER.pool());

    @Test
    void everyTableHasRowLevelSecurityThatBindsItsOwnerToo() {
        var open = LEDGER.store().asOwner().queryForList("""
                        select relname from pg_class
                        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                            and relname <> 'flyway_schema_history' and not (relrowsecurity and relforcerowsecurity)
                        """, String.class);
        assertThat(open).isEmpty();
    }

    @Test
    void everyKeyBeginsWithTheMerchant() {
        var others = LEDGER.store().asOwner().queryForList("""
                        select indexrelid::regclass::text from pg_index
                        join pg_class on pg_class.oid = indrelid
                        join pg_attribute on attrelid = indrelid and attnum = indkey[0]
                        where relnamespace = 'public'::regnamespace and relname <> 'flyway_schema_history'
                            and indisunique and attname <> 'merchant_id'
                        """, String.class);
        assertThat(others).isEmpty();
    }

    @Test
    void withoutAMerchantThereAreNoRowsAndNoError() {
        LEDGER.send(fresh(), paid("e", "o", 100));
        assertThat(APP.queryForObject("select count(*) from event", Long.class)).isZero();
        assertThat(APP.queryForObject("select count(*) from sales_rollup", Long.class))
                .isZero();
    }

    @Test
    void aTransactionSeesItsOwnMerchantWhateverTheStatementSays() {
        var merchants = IntStream.range(0, 20).mapToObj(number -> fresh()).toList();
        merchants.forEach(ledger -> LEDGER.send(ledger, paid("e", "o", 100)));
        var seen = Flux.range(0, 10_000)
                .flatMap(
                        turn -> {
                            var own = merchants.get(turn % merchants.size());
                            return Flux.defer(() -> Flux.just(isOnlyOwn(own))).subscribeOn(Schedulers.boundedElastic());
                        },
                        8)
                .collectList()
                .block();
        assertThat(Objects.requireNonNull(seen)).hasSize(10_000).containsOnly(true);
    }

    private static boolean isOnlyOwn(LedgerId own) {
        var found = LEDGER.transactions()
                .read(own.merchant(), () -> APP.queryForList("select merchant_id from event", String.class));
        return found.equals(List.of(own.merchant().value()));
    }

    @Test
    void aForeignMerchantsRowIsNotWritten() {
        var own = fresh();
        assertThatThrownBy(() -> LEDGER.transactions()
                        .write(
                                own.merchant(),
                                () -> APP.update(
                                        "insert into ledger (merchant_id, field, watermark) values ('other', 1, 0)")))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void factsAreNeitherChangedNorRemoved() {
        var own = fresh();
        LEDGER.send(own, paid("e", "o", 100));
        for (var statement : List.of("update event set amount = 1", "delete from event", "truncate event")) {
            assertThatThrownBy(() -> LEDGER.transactions().write(own.merchant(), () -> APP.update(statement)))
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void whoGoesAwayLosesNobodysWriteAndLeavesNoConnectionInATransaction() {
        var ledger = fresh();
        var writer = LEDGER.newWriter();
        int cancelled = 3_000;
        IntStream.range(0, cancelled)
                .forEach(number -> writer.write(ledger, List.of(paid("e-" + number, "o-" + number, 1)))
                        .subscribe()
                        .dispose());
        // Behind all of them in the same ledger: when this is answered they have been decided.
        writer.write(ledger, List.of(paid("last", "o-last", 1))).block();
        assertThat(LEDGER.figures(ledger).gmv()).isEqualTo(cancelled + 1);
        assertThat(LEDGER.pool().getHikariPoolMXBean().getActiveConnections()).isZero();
        assertThat(LEDGER.store()
                        .asOwner()
                        .queryForObject(
                                "select count(*) from pg_stat_activity where usename = ? and state like 'idle in transaction%'",
                                Long.class, LEDGER.store().app()))
                .isZero();
    }

    @Test
    void whatTheFilterMissesTheKeysRefuseAndALookFinds() {
        var ledger = fresh();
        LEDGER.send(ledger, paid("e", "o", 100));
        var other = LEDGER.newWriter();
        other.write(ledger, List.of(paid("e-2", "o-2", 100))).block();
        // The first writer has not seen e-2 yet.
        assertThat(LEDGER.send(ledger, paid("e-2", "o-2", 100), paid("e-3", "o-2", 1)))
                .containsExactly("duplicate", "order.line_conflict");
    }
}
