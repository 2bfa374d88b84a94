package io.factmatrix.kit.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.store.MerchantTransactions;
import io.factmatrix.kit.testing.TestStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

class KeptAnswersTest {

    private static final TestStore STORE = TestStore.migrated("classpath:db/kit");
    private static final HikariDataSource POOL = STORE.pool(4);
    private static final JdbcTemplate JDBC = new JdbcTemplate(POOL);
    private static final MerchantTransactions TRANSACTIONS = TestStore.transactions(POOL);
    private static final AtomicInteger MERCHANT = new AtomicInteger();
    private static final Duration WEEK = Duration.ofDays(7);

    private final MerchantId merchant = fresh();
    private final IdempotencyKey key = new IdempotencyKey("key \"1\"");
    private final AtomicInteger done = new AtomicInteger();

    private static MerchantId fresh() {
        return MerchantId.of("m" + MERCHANT.incrementAndGet());
    }

    private Answer work() {
        int turn = done.incrementAndGet();
        return new Answer(
                201, "\"%d\"".formatted(turn), "/made/" + turn, "{\"turn\":%d,\"😀\":\"\\r\\n\"}".formatted(turn));
    }

    private static Answer once(
            MerchantId owner, IdempotencyKey name, String request, Duration keptFor, Supplier<Answer> work) {
        return TRANSACTIONS.write(owner, () -> new KeptAnswers(JDBC, keptFor).once(owner, name, request, work));
    }

    private Answer once(String request) {
        return once(merchant, key, request, WEEK, this::work);
    }

    private int kept() {
        return TRANSACTIONS.read(
                merchant, () -> JDBC.queryForList("select key from kept_answer").size());
    }

    @Test
    void theSameRequestIsAnsweredTheSameAndDoneOnce() {
        var first = once("r");
        assertThat(once("r")).isEqualTo(first);
        assertThat(done).hasValue(1);
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        once("r");
        var reused = catchThrowableOfType(ProblemException.class, () -> once("s"));
        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.code()).isEqualTo("idempotency-key.reused");
        assertThat(done).hasValue(1);
    }

    @Test
    void anotherMerchantAndAnotherKeyAreAnotherThing() {
        once("r");
        once(fresh(), key, "s", WEEK, this::work);
        once(merchant, new IdempotencyKey("key \"2\""), "s", WEEK, this::work);
        assertThat(done).hasValue(3);
    }

    @Test
    void whatFailsKeepsNothing() {
        assertThatThrownBy(() -> once(merchant, key, "r", WEEK, () -> {
                    work();
                    throw new ProblemException(409, "refused", "refused");
                }))
                .hasMessage("refused");
        assertThat(kept()).isZero();
        assertThat(once("s").location()).isEqualTo("/made/2");
    }

    @Test
    void whileTheFirstIsUnderWayNobodyWaits() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> once(merchant, key, "r", WEEK, () -> {
            begun.countDown();
            await(finish);
            return work();
        }));
        begun.await();
        var busy = catchThrowableOfType(ProblemException.class, () -> once("r"));
        assertThat(busy.status()).isEqualTo(409);
        assertThat(busy.code()).isEqualTo(KeptAnswers.IN_PROGRESS);
        once(fresh(), key, "r", WEEK, () -> new Answer(201, null, null, "{}"));
        finish.countDown();
        var answer = first.join();
        assertThat(once("r")).isEqualTo(answer);
        assertThat(done).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** The connection is cut between the work and the end of its transaction, as when the program is killed. */
    @Test
    void aCrashLeavesBothOrNeither() {
        assertThatThrownBy(() -> once(merchant, key, "r", WEEK, () -> {
                    JDBC.update(
                            "insert into audit_trail (merchant_id, position, recorded_at) values (?, 1, now())",
                            merchant.value());
                    cut(JDBC.queryForObject("select pg_backend_pid()", Integer.class));
                    return work();
                }))
                .isInstanceOf(Exception.class);
        assertThat(kept()).isZero();
        assertThat(TRANSACTIONS.read(merchant, () -> JDBC.queryForList("select position from audit_trail")))
                .isEmpty();
        assertThat(once("r").location()).isEqualTo("/made/2");
        assertThat(kept()).isOne();
    }

    private static void cut(@Nullable Integer connection) {
        try (var other = STORE.pool(1)) {
            assertThat(new JdbcTemplate(other)
                            .queryForObject("select pg_terminate_backend(?, 10000)", Boolean.class, connection))
                    .isTrue();
        }
    }

    @Test
    void whatIsOutOfDateIsDoneAnewAndSweptInPassing() {
        IntStream.range(0, 25)
                .forEach(number -> once(merchant, new IdempotencyKey("old-" + number), "r", WEEK, this::work));
        once("r");
        // All that was kept is out of date when it is kept for no time.
        var moment = Duration.ZERO;
        assertThat(once(merchant, key, "other", moment, this::work).location()).isEqualTo("/made/27");
        assertThat(kept()).isEqualTo(26 - 10);
        once(merchant, new IdempotencyKey("next"), "r", moment, this::work);
        once(merchant, new IdempotencyKey("last"), "r", moment, this::work);
        assertThat(kept()).isLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "é", "a\u007fb", "a\tb"})
    void whatIsNoKeyIsRefused(String given) {
        assertRefused(List.of(given));
        assertRefused(List.of("a".repeat(256)));
        assertRefused(List.of("a", "a"));
    }

    private static void assertRefused(List<String> lines) {
        var refused = catchThrowableOfType(ProblemException.class, () -> IdempotencyKey.of(lines));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("idempotency-key.invalid");
    }

    @Test
    void withoutTheHeaderThereIsNoKey() {
        assertThat(IdempotencyKey.of(List.of())).isNull();
        assertThat(IdempotencyKey.of(List.of("a ~".repeat(85)))).isEqualTo(new IdempotencyKey("a ~".repeat(85)));
    }

    @Test
    void withoutAMerchantThereAreNoRowsAndNoError() {
        once("r");
        assertThat(JDBC.queryForList("select * from kept_answer")).isEmpty();
    }
}
