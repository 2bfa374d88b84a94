package io.factmatrix.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.gateway.domain.round.Round;
import io.factmatrix.gateway.domain.round.Rounds;
import io.factmatrix.gateway.store.PostgresRounds;
import io.factmatrix.gateway.testing.RunningGateway;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.testing.TestStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the gateway keeps of its own, and that it does without. */
class StoreTest {

    private static final MerchantId M1 = MerchantId.of("m1");
    private static final MerchantId M2 = MerchantId.of("m2");
    private static final Duration LONG = Duration.ofHours(1);

    private static TestStore store;
    private static Rounds rounds;

    @BeforeAll
    static void migrate() {
        store = TestStore.migrated("classpath:db/kit", "classpath:db/gateway");
        rounds = new PostgresRounds(new JdbcTemplate(store.pool(8)));
    }

    @AfterAll
    static void nothingIsWithoutItsLocks() {
        assertThat(store.tablesWithoutTheirLocks()).isEmpty();
    }

    @BeforeEach
    void forget() {
        rounds.leave("t", M1);
        rounds.leave("t", M2);
    }

    @Test
    void whoeverIsNewComesUpAtOnceAndOnce() {
        rounds.join("t", M1);
        rounds.join("t", M1);
        assertThat(rounds.take("other", LONG)).isEmpty();
        assertThat(rounds.take("t", LONG).map(Round::merchant)).contains(M1);
        assertThat(rounds.take("t", LONG)).isEmpty();
    }

    @Test
    void manyReplicasTakeEachMerchantOnce() {
        var merchants = IntStream.range(0, 40)
                .mapToObj(number -> MerchantId.of("many-" + number))
                .toList();
        merchants.forEach(merchant -> rounds.join("many", merchant));
        var taken = IntStream.range(0, 80)
                .mapToObj(turn -> CompletableFuture.supplyAsync(() -> rounds.take("many", LONG)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .flatMap(Optional::stream)
                .map(Round::merchant);
        assertThat(taken).doesNotHaveDuplicates().isSubsetOf(merchants);
    }

    @Test
    void aRoundThatNobodyFinishedIsTakenOver() {
        rounds.join("t", M1);
        var first = rounds.take("t", Duration.ZERO).orElseThrow();
        var second = rounds.take("t", LONG).orElseThrow();
        assertThat(rounds.done(first, LONG)).isFalse();
        assertThat(rounds.done(second, Duration.ZERO)).isTrue();
        assertThat(rounds.take("t", LONG)).isPresent();
    }

    @Test
    void whoWasHastenedWhileItWasDoneComesUpAgain() {
        rounds.join("t", M1);
        var round = rounds.take("t", LONG).orElseThrow();
        rounds.hasten("t", M1);
        assertThat(rounds.done(round, LONG)).isFalse();
        assertThat(rounds.take("t", LONG).map(Round::merchant)).contains(M1);
    }

    @Test
    void whoWaitedLongestComesFirst() {
        rounds.join("t", M2);
        rounds.join("t", M1);
        assertThat(rounds.take("t", LONG).map(Round::merchant)).contains(M2);
        assertThat(rounds.take("t", LONG).map(Round::merchant)).contains(M1);
    }

    @Test
    void theViewIsServedWithoutAStore() {
        try (var gateway = new RunningGateway(
                "--spring.flyway.enabled=false", "--spring.datasource.url=jdbc:postgresql://localhost:1/none")) {
            assertThat(gateway.get("/v1/merchants/m1/operating-view?from=2026-06-01&to=2026-06-19")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(gateway.get("/readyz").statusCode()).isEqualTo(200);
        }
    }
}
