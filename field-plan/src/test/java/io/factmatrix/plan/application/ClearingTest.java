package io.factmatrix.plan.application;

import static io.factmatrix.ledger.testing.MerchantClient.CLIENTS;
import static io.factmatrix.ledger.testing.MerchantClient.freshMerchant;
import static io.factmatrix.plan.domain.TestPromises.clause;
import static io.factmatrix.plan.domain.TestPromises.cny;
import static io.factmatrix.plan.domain.TestPromises.days;
import static io.factmatrix.plan.domain.TestPromises.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.plan.domain.GuardRules;
import io.factmatrix.plan.domain.Limit;
import io.factmatrix.plan.domain.Promise;
import io.factmatrix.plan.domain.PromiseKind;
import io.factmatrix.plan.domain.Reaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Promises of four fields, each with a database of its own, that contradict each other at once. */
@TestInstance(Lifecycle.PER_CLASS)
class ClearingTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private static final Promise CHEAP = line(null, "serum", cny(8_900), 40L, days(5, 6));
    private static final Promise PROTECTED =
            clause(PromiseKind.PRICE_PROTECTION, null, "serum", cny(9_900), days(1, 20));

    private TestField livestream;
    private TestField creator;
    private TestField campaign;
    private TestField kol;

    @BeforeAll
    void start() {
        livestream = new TestField(Field.LIVESTREAM, LONG);
        creator = new TestField(Field.CREATOR, Duration.ZERO);
        campaign = new TestField(Field.CAMPAIGN, LONG);
        kol = new TestField(Field.KOL, LONG);
    }

    @BeforeEach
    void reset() {
        campaign.judges(GuardRules.DEFAULT);
        List.of(livestream, creator, campaign, kol).forEach(field -> field.isAway(false));
    }

    private static MerchantId fresh() {
        return MerchantId.of(freshMerchant());
    }

    private static List<String> atOnce(List<Supplier<String>> writers) {
        return writers.stream().map(writer -> CompletableFuture.supplyAsync(writer, CLIENTS)).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    @Test
    void ofTwoThatContradictEachOtherOneIsKeptHoweverOften() {
        for (int round = 0; round < 150; round++) {
            var merchant = fresh();
            var outcomes =
                    atOnce(List.of(() -> livestream.promise(merchant, CHEAP), () -> kol.promise(merchant, PROTECTED)));
            assertThat(outcomes).as("round " + round).containsExactlyInAnyOrder("kept", "promise.conflict");
            assertThat(livestream.kept(merchant) + kol.kept(merchant)).isEqualTo(1);
            assertThat(livestream.announced(merchant) + kol.announced(merchant)).isZero();
        }
    }

    @Test
    void ofManyThatWantWhatIsLeftAsManyGetItAsThereIs() {
        campaign.judges(
                new GuardRules(
                        Reaction.REFUSE,
                        Reaction.REFUSE,
                        Reaction.REFUSE,
                        Reaction.REFUSE,
                        Reaction.WARN,
                        Reaction.WARN),
                new Limit("serum", List.of(), 100L));
        for (int round = 0; round < 10; round++) {
            var merchant = fresh();
            var writers = new ArrayList<Supplier<String>>();
            for (var field : List.of(livestream, campaign, kol)) {
                IntStream.range(0, 2).forEach(turn -> writers.add(() -> field.promise(merchant, CHEAP)));
            }
            var outcomes = atOnce(writers);
            assertThat(outcomes)
                    .as("round " + round)
                    .contains("kept")
                    .isSubsetOf("kept", "promise.conflict", "promise.contended");
            long kept = List.of(livestream, campaign, kol).stream()
                    .mapToLong(field -> field.kept(merchant))
                    .sum();
            assertThat(kept).isEqualTo(outcomes.stream().filter("kept"::equals).count());
            assertThat(kept).isEqualTo(2);
        }
    }

    @Test
    void whatDoesNotContradictDoesNotWait() {
        var merchant = fresh();
        var first = Objects.requireNonNull(livestream.clear(merchant, CHEAP).block());
        var other = clause(PromiseKind.PRICE_PROTECTION, null, "cream", cny(9_900), days(1, 20));
        assertThat(kol.promise(merchant, other)).isEqualTo("kept");
        // Who meets an announcement waits for it, and is told to come again when it stays.
        assertThat(kol.promise(merchant, PROTECTED)).isEqualTo("promise.contended");
        assertThat(livestream.keep(merchant, first, CHEAP)).isTrue();
        assertThat(kol.promise(merchant, PROTECTED)).isEqualTo("promise.conflict");
    }

    @Test
    void whatIsWithdrawnStandsInNobodysWay() {
        var merchant = fresh();
        var first = Objects.requireNonNull(livestream.clear(merchant, CHEAP).block());
        var second = CompletableFuture.supplyAsync(() -> kol.promise(merchant, PROTECTED), CLIENTS);
        first.end().block();
        assertThat(second.join()).isEqualTo("kept");
    }

    @Test
    void anAnnouncementThatIsTooOldIsRemovedByWhoMeetsItAndNotKept() {
        var merchant = fresh();
        var late = Objects.requireNonNull(creator.clear(merchant, CHEAP).block());
        assertThat(kol.promise(merchant, PROTECTED)).isEqualTo("kept");
        assertThat(creator.keep(merchant, late, CHEAP)).isFalse();
        assertThat(creator.kept(merchant)).isZero();
    }

    @Test
    void aFieldThatIsAwayIsToldOrRefused() {
        var merchant = fresh();
        kol.isAway(true);
        var consent = Objects.requireNonNull(livestream.clear(merchant, CHEAP).block());
        assertThat(consent.remarks())
                .containsOnlyKeys("guard")
                .extractingByKey("guard")
                .isEqualTo(Map.of(
                        "conflicts", List.of(),
                        "unchecked", List.of(Map.of("field", "kol", "reason", "kol is not reachable")),
                        "rules",
                                ((Map<?, ?>) Objects.requireNonNull(
                                                consent.remarks().get("guard")))
                                        .get("rules")));
        consent.end().block();
        var strict = GuardRules.DEFAULT;
        campaign.judges(new GuardRules(
                strict.floor(),
                strict.protection(),
                strict.exclusivity(),
                strict.stock(),
                strict.burst(),
                Reaction.REFUSE));
        assertThat(livestream.promise(merchant, CHEAP)).isEqualTo("promise.unchecked");
        // The rules are known still when those who keep them are away, too.
        campaign.isAway(true);
        kol.isAway(false);
        assertThat(livestream.promise(merchant, CHEAP)).isEqualTo("promise.unchecked");
        assertThat(livestream.announced(merchant)).isZero();
    }

    @Test
    void withoutAFieldItsLimitsHoldAsTheyWereLastSeen() {
        var merchant = fresh();
        campaign.judges(GuardRules.DEFAULT, new Limit("serum", List.of(cny(9_000)), null));
        assertThat(livestream.promise(merchant, CHEAP)).isEqualTo("promise.conflict");
        campaign.isAway(true);
        assertThat(livestream.promise(merchant, CHEAP)).isEqualTo("promise.conflict");
        // Who never saw them goes by the defaults, and says so.
        var consent = Objects.requireNonNull(creator.clear(merchant, CHEAP).block());
        assertThat(consent.remarks().toString()).contains("status=missing").contains("campaign is not reachable");
        consent.end().block();
    }
}
