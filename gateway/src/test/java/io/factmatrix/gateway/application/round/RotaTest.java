package io.factmatrix.gateway.application.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.factmatrix.gateway.domain.round.Round;
import io.factmatrix.gateway.domain.round.Rounds;
import io.factmatrix.gateway.store.PostgresRounds;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.StoreThreads;
import io.factmatrix.kit.testing.TestStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Turns are taken when there is a place for them, whatever becomes of the store and of other replicas. */
@ExtendWith(OutputCaptureExtension.class)
class RotaTest {

    private static final Duration OFTEN = Duration.ofMillis(5);
    private static final Duration LEASE = Duration.ofHours(1);
    private static final StoreThreads THREADS = new StoreThreads("rota", 4, 1_000);
    private static final TestStore STORE = TestStore.migrated("classpath:db/kit", "classpath:db/gateway");
    private static final HikariDataSource POOL = pool();
    private static final Rounds ROUNDS = new PostgresRounds(new JdbcTemplate(POOL));

    private static HikariDataSource pool() {
        var pool = STORE.pool(4);
        pool.setConnectionTimeout(250);
        return pool;
    }

    @AfterAll
    static void stop() throws InterruptedException {
        THREADS.close();
        POOL.close();
    }

    /** Each turn goes on until the next has begun, so that both places are always busy. */
    @Test
    void noTurnIsTakenWhileAllPlacesAreBusy() {
        var begun = new ConcurrentHashMap<Integer, Sinks.Empty<Void>>();
        var taken = new AtomicInteger();
        var done = new AtomicInteger();
        var most = new AtomicInteger();
        var rota = new Rota<Integer>(
                "busy",
                THREADS,
                () -> {
                    int turn = taken.incrementAndGet();
                    most.accumulateAndGet(turn - done.get(), Math::max);
                    return Optional.of(turn);
                },
                turn -> {
                    begun.computeIfAbsent(turn, number -> Sinks.empty()).tryEmitEmpty();
                    return begun.computeIfAbsent(turn + 1, number -> Sinks.empty())
                            .asMono()
                            .doOnTerminate(done::incrementAndGet);
                },
                OFTEN,
                2);
        rota.start();
        await().until(() -> done.get() > 300);
        rota.stop();
        assertThat(most).hasValue(2);
    }

    @Test
    void aTurnThatFailsTakesNoPlaceAway() {
        var taken = new AtomicInteger();
        var rota = new Rota<Integer>(
                "failing",
                THREADS,
                () -> Optional.of(taken.incrementAndGet()),
                turn -> {
                    if (turn == 2) {
                        throw new IllegalStateException("at once");
                    }
                    return Mono.error(new IllegalStateException("later"));
                },
                OFTEN,
                1);
        rota.start();
        await().until(() -> taken.get() > 10);
        rota.stop();
    }

    @Test
    void twoReplicasDoNoMerchantsTurnAtOnce() {
        var busy = ConcurrentHashMap.<MerchantId>newKeySet();
        var clashes = ConcurrentHashMap.<MerchantId>newKeySet();
        var times = new ConcurrentHashMap<MerchantId, Integer>();
        var byReplica = Map.of(1, new AtomicInteger(), 2, new AtomicInteger());
        IntStream.range(0, 12).forEach(number -> ROUNDS.join("both", MerchantId.of("both-" + number)));
        var replicas = byReplica.entrySet().stream()
                .map(replica -> rota("both", round -> {
                    if (!busy.add(round.merchant())) {
                        clashes.add(round.merchant());
                    }
                    replica.getValue().incrementAndGet();
                    times.merge(round.merchant(), 1, Integer::sum);
                    busy.remove(round.merchant());
                    return ROUNDS.done(round, Duration.ZERO);
                }))
                .toList();
        replicas.forEach(Rota::start);
        await().until(() -> times.size() == 12
                && times.values().stream().allMatch(count -> count >= 3)
                && byReplica.values().stream().allMatch(count -> count.get() > 0));
        replicas.forEach(Rota::stop);
        assertThat(clashes).isEmpty();
    }

    private static Rota<Round> rota(String task, Function<Round, Boolean> work) {
        return new Rota<>(
                task,
                THREADS,
                () -> ROUNDS.take(task, LEASE),
                round -> THREADS.call(() -> work.apply(round)),
                OFTEN,
                2);
    }

    @Test
    void itWaitsForAStoreThatIsAwayAndSaysSoOnce(CapturedOutput output) {
        var done = ConcurrentHashMap.<MerchantId>newKeySet();
        var failures = new AtomicInteger();
        var rota = new Rota<Round>(
                "outage",
                THREADS,
                () -> {
                    try {
                        return ROUNDS.take("outage", LEASE);
                    } catch (RuntimeException away) {
                        failures.incrementAndGet();
                        throw away;
                    }
                },
                round -> Mono.fromRunnable(() -> done.add(round.merchant())),
                OFTEN,
                2);
        rota.start();
        ROUNDS.join("outage", MerchantId.of("before"));
        await().until(() -> done.equals(Set.of(MerchantId.of("before"))));

        var owner = new SingleConnectionDataSource(
                STORE.url().replaceFirst("[^/]+$", "postgres"), STORE.owner(), "owner", true);
        var store = new JdbcTemplate(owner);
        var database = STORE.url().replaceFirst(".*/", "");
        store.execute("alter database " + database + " allow_connections false");
        POOL.getHikariPoolMXBean().softEvictConnections();
        await().until(() -> failures.get() > 3);
        store.execute("alter database " + database + " allow_connections true");
        owner.destroy();

        await().ignoreExceptions().until(() -> {
            ROUNDS.join("outage", MerchantId.of("after"));
            return done.contains(MerchantId.of("after"));
        });
        rota.stop();
        assertThat(output.getOut()).containsOnlyOnce("outage: waits for the store");
        assertThat(output.getOut()).containsOnlyOnce("outage: goes on");
    }
}
