package io.factmatrix.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.factmatrix.kit.merchant.Actor;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.store.MerchantTransactions;
import io.factmatrix.kit.testing.TestStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

class AuditTrailTest {

    private static final TestStore STORE = TestStore.migrated("classpath:db/kit");
    private static final HikariDataSource POOL = STORE.pool(4);
    private static final JdbcTemplate JDBC = new JdbcTemplate(POOL);
    private static final MerchantTransactions TRANSACTIONS = TestStore.transactions(POOL);
    private static final AuditTrail TRAIL = new AuditTrail(JDBC, JsonMapper.shared());
    private static final Actor ANN = new Actor("ann \"a\"", List.of("content", "operator"));
    private static final AtomicInteger MERCHANT = new AtomicInteger();

    private final MerchantId merchant = MerchantId.of("m" + MERCHANT.incrementAndGet());

    private void add(Actor by, Change change) {
        TRANSACTIONS.write(merchant, () -> {
            TRAIL.add(merchant, by, change);
            return change;
        });
    }

    private static Change renamed(String id, Object from, Object to) {
        return Change.of("thing", id, "changed", Map.of("name", from, "same", 1), Map.of("name", to, "same", 1));
    }

    private List<AuditEntry> entries() {
        return TRANSACTIONS.read(merchant, () -> TRAIL.before(merchant, Long.MAX_VALUE, null, null, 1_000));
    }

    @Test
    void whatWasWrittenIsToldToTheByte() {
        add(ANN, renamed("t-1", "a \"b\" \\u0000 \r\n\t", List.of("位😀", 1.10, Map.of("x", "'"))));
        var entry = entries().get(0);
        assertThat(entry.subject()).isEqualTo("ann \"a\"");
        assertThat(entry.roles()).isEqualTo("[\"content\",\"operator\"]");
        assertThat(List.of(entry.position(), entry.resource(), entry.id(), entry.action()))
                .containsExactly("1", "thing", "t-1", "changed");
        assertThat(entry.changes())
                .isEqualTo(
                        "[{\"name\":\"name\",\"from\":\"a \\\"b\\\" \\\\u0000 \\r\\n\\t\",\"to\":[\"位😀\",1.1,{\"x\":\"'\"}]}]");
    }

    @Test
    void whatIsMadeComesFromNothing() {
        var made = Change.of("thing", "t-1", "created", Map.of(), Map.of("name", "n"));
        assertThat(made.differences()).containsExactly(new Change.Difference("name", null, "n"));
        assertThat(Change.of("thing", "t-1", "removed", Map.of("name", "n"), Map.of())
                        .differences())
                .containsExactly(new Change.Difference("name", "n", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\ud800", "\udc00\ud800"})
    void whatNoStoreKeepsIsRefused(String text) {
        for (Object value : List.of(text, List.of(text), Map.of("x", text))) {
            var refused = catchThrowableOfType(ProblemException.class, () -> add(ANN, renamed("t-1", "a", value)));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.code()).isEqualTo("name.invalid");
        }
        assertThatThrownBy(() -> add(new Actor(text, List.of()), renamed("t-1", "a", "b")))
                .isInstanceOf(ProblemException.class);
        assertThat(entries()).isEmpty();
    }

    @Test
    void positionsHaveNoGapAndTimesGoOnWhoeverWritesAtOnceAndWhateverIsRolledBack() {
        var writers = IntStream.range(0, 40)
                .mapToObj(turn -> CompletableFuture.runAsync(() -> {
                    if (turn % 4 == 0) {
                        assertThatThrownBy(() -> TRANSACTIONS.write(merchant, () -> {
                                    TRAIL.add(merchant, ANN, renamed("t-" + turn, "a", "b"));
                                    throw new IllegalStateException("rolled back");
                                }))
                                .hasMessage("rolled back");
                    } else {
                        add(new Actor(null, List.of()), renamed("t-" + turn, "a", "b"));
                    }
                }))
                .toList();
        writers.forEach(CompletableFuture::join);
        var entries = entries();
        assertThat(entries)
                .extracting(AuditEntry::position)
                .containsExactlyElementsOf(LongStream.range(0, 30)
                        .mapToObj(turn -> Long.toString(30 - turn))
                        .toList());
        assertThat(IntStream.range(1, 30))
                .allMatch(at -> entries.get(at)
                        .recordedAt()
                        .isBefore(entries.get(at - 1).recordedAt()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit_entry set action = 'x'", "delete from audit_entry", "truncate audit_entry"})
    void nobodyChangesWhatWasRecorded(String statement) {
        add(ANN, renamed("t-1", "a", "b"));
        assertThatThrownBy(() -> TRANSACTIONS.write(merchant, () -> JDBC.update(statement)))
                .hasStackTraceContaining("permission denied");
        // Not the owner either, whether it sees the rows or not.
        assertThatThrownBy(() -> STORE.asOwner().update(statement)).hasStackTraceContaining("it is only appended to");
        assertThatThrownBy(() -> STORE.asOwner().execute("set app.merchant = '" + merchant + "'; " + statement))
                .hasStackTraceContaining("it is only appended to");
        assertThat(entries()).hasSize(1);
    }

    @Test
    void withoutAMerchantThereAreNoRowsAndNoError() {
        add(ANN, renamed("t-1", "a", "b"));
        assertThat(JDBC.queryForList("select * from audit_entry")).isEmpty();
        assertThat(JDBC.queryForList("select * from audit_trail")).isEmpty();
    }

    @Test
    void aForeignMerchantsEntryIsNotWritten() {
        assertThatThrownBy(() -> TRANSACTIONS.write(MerchantId.of("other"), () -> {
                    TRAIL.add(merchant, ANN, renamed("t-1", "a", "b"));
                    return true;
                }))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void everyTableHasRowLevelSecurityThatBindsItsOwnerTooAndKeysThatBeginWithTheMerchant() {
        assertThat(STORE.tablesWithoutTheirLocks()).isEmpty();
    }
}
