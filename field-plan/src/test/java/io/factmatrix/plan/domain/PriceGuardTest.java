package io.factmatrix.plan.domain;

import static io.factmatrix.plan.domain.TestPromises.burst;
import static io.factmatrix.plan.domain.TestPromises.clause;
import static io.factmatrix.plan.domain.TestPromises.cny;
import static io.factmatrix.plan.domain.TestPromises.days;
import static io.factmatrix.plan.domain.TestPromises.line;
import static io.factmatrix.plan.domain.TestPromises.offer;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.event.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceGuardTest {

    private static final PriceGuard FREE = new PriceGuard(Map.of());

    private static PriceGuard limited(long floor, @Nullable Long stock) {
        return PriceGuard.by(List.of(new Limit("serum", List.of(cny(floor), new Money(1_000, "JPY")), stock)));
    }

    @Test
    void aPriceBelowTheFloorOfItsCurrencyIsFoundWithWhatIsLost() {
        var below = line("a", "serum", cny(9_000), 10L, days(1, 2));
        var conflicts = limited(9_900, null)
                .among(List.of(
                        below,
                        line("b", "serum", cny(9_900), 10L, days(1, 2)),
                        line("c", "serum", new Money(999, "JPY"), null, days(1, 2)),
                        line("d", "serum", new Money(1, "USD"), 10L, days(1, 2)),
                        line("e", "cream", cny(1), 10L, days(1, 2)),
                        line("f", "serum", null, 10L, days(1, 2))));
        assertThat(conflicts).extracting(PromiseConflict::kind).containsExactly(ConflictKind.FLOOR, ConflictKind.FLOOR);
        assertThat(conflicts.get(0).sides()).containsExactly(below);
        assertThat(conflicts.get(0).stake().money()).isEqualTo(cny(9_000));
        assertThat(conflicts.get(1).stake().money()).isNull();
        assertThat(conflicts.get(1).stake().unknown()).contains("how many");
    }

    @Test
    void aLowerPriceOfAnotherFieldInTheTimeOfAProtectionIsFound() {
        var protection = clause(PromiseKind.PRICE_PROTECTION, "k", "serum", cny(9_900), days(10, 20));
        var lower = offer("a", "serum", cny(9_800), 5L, days(19, 25));
        var foreign = offer("b", "serum", new Money(2_000, "USD"), 5L, days(12, 13));
        var conflicts = FREE.among(List.of(
                protection,
                lower,
                foreign,
                offer("c", "serum", cny(9_900), 5L, days(12, 13)),
                offer("d", "serum", cny(1), 5L, days(20, 21)),
                offer("e", "serum", cny(1), 5L, days(9, 10)),
                offer("f", "cream", cny(1), 5L, days(12, 13))));
        assertThat(conflicts).hasSize(2).allMatch(found -> found.kind() == ConflictKind.PROTECTION);
        assertThat(conflicts.get(0).sides()).containsExactly(protection, lower);
        assertThat(conflicts.get(0).span()).isEqualTo(days(19, 20));
        assertThat(conflicts.get(0).stake().money()).isEqualTo(cny(500));
        assertThat(conflicts.get(1).sides()).containsExactly(protection, foreign);
        assertThat(conflicts.get(1).stake().unknown()).isEqualTo("prices in CNY and USD");
    }

    @Test
    void whatEngagementsPromiseEachOtherIsNotItsAffair() {
        var protection = clause(PromiseKind.PRICE_PROTECTION, "k", "serum", cny(9_900), days(10, 20));
        var exclusivity = clause(PromiseKind.EXCLUSIVITY, "k", "serum", null, days(10, 20));
        var other = new Promise(
                PromiseKind.GOODS,
                new Source(Field.KOL, SourceKind.ENGAGEMENT, "l", "kol-2"),
                null,
                null,
                "serum",
                cny(1),
                1L,
                days(11, 12));
        assertThat(FREE.among(List.of(protection, exclusivity, other))).isEmpty();
    }

    @Test
    void whatAKolHasAloneIsPromisedByNoOtherField() {
        var alone = clause(PromiseKind.EXCLUSIVITY, "k", "serum", null, days(10, 20));
        var broken = line("a", "serum", cny(100), 3L, days(15, 16));
        var conflicts = FREE.among(List.of(broken, alone, line("b", "serum", cny(100), 3L, days(20, 21))));
        assertThat(conflicts).singleElement().satisfies(conflict -> {
            assertThat(conflict.kind()).isEqualTo(ConflictKind.EXCLUSIVITY);
            assertThat(conflict.sides()).containsExactly(alone, broken);
            assertThat(conflict.stake().money()).isEqualTo(cny(300));
            assertThat(conflict.kind().department()).isEqualTo("creators");
        });
    }

    @Test
    void burstsOfTwoCampaignsMeetWhereTheyHaveAShopInCommon() {
        var all = burst("a", null, days(1, 3));
        var main = burst("b", "main", days(2, 4));
        var other = burst("c", "other", days(3, 5));
        assertThat(FREE.among(List.of(all, main, other)))
                .extracting(PromiseConflict::sides)
                .containsExactly(List.of(all, main));
        assertThat(FREE.among(List.of(burst("d", "main", days(1, 2)), burst("d", null, days(1, 2)))))
                .isEmpty();
    }

    @Test
    void stockIsPromisedTwiceOnlyAtTheSameTime() {
        var first = line("a", "serum", cny(100), 60L, days(1, 3));
        var second = offer("b", "serum", cny(90), 50L, days(2, 4));
        var third = offer("c", "serum", cny(80), 50L, days(4, 6));
        var unknown = line("d", "serum", cny(80), null, days(1, 9));
        var conflicts = limited(1, 100L).among(List.of(third, second, first, unknown));
        assertThat(conflicts).singleElement().satisfies(conflict -> {
            assertThat(conflict.span()).isEqualTo(days(2, 3));
            assertThat(conflict.sides()).containsExactly(first, second);
            assertThat(conflict.promised()).isEqualTo(110);
            assertThat(conflict.stake().money()).isEqualTo(cny(900));
        });
        assertThat(limited(1, 110L).among(List.of(first, second, third))).isEmpty();
    }

    @Test
    void ofManyPromisesEachMomentIsCountedAsByHand() {
        var random = new Random(7);
        var promises = new ArrayList<Promise>();
        for (int at = 0; at < 2_000; at++) {
            int from = 1 + random.nextInt(28);
            promises.add(line(
                    "l" + at, "serum", cny(100), (long) random.nextInt(5), days(from, from + 1 + random.nextInt(2))));
        }
        long stock = 250;
        var found = limited(1, stock).among(promises);
        for (int day = 1; day <= 30; day++) {
            var noon = days(day, day + 1 > 30 ? 30 : day + 1).start().plus(Duration.ofHours(12));
            long promised = promises.stream()
                    .filter(promise -> !promise.span().start().isAfter(noon)
                            && promise.span().end().isAfter(noon))
                    .mapToLong(promise -> promise.stock() == null ? 0 : promise.stock())
                    .sum();
            var there = found.stream()
                    .filter(conflict -> !conflict.span().start().isAfter(noon)
                            && conflict.span().end().isAfter(noon))
                    .toList();
            assertThat(there).as("day %d: %d", day, promised).hasSize(promised > stock ? 1 : 0);
            there.forEach(conflict -> assertThat(conflict.promised()).isGreaterThanOrEqualTo(promised));
        }
        assertThat(found).isNotEmpty();
    }

    @Test
    void sumsThatCannotBeCountedAreTooMuch() {
        var conflicts = limited(1, 5L)
                .among(List.of(
                        line("a", "serum", cny(Long.MAX_VALUE), Long.MAX_VALUE, days(1, 3)),
                        line("b", "serum", cny(2), Long.MAX_VALUE, days(2, 3))));
        assertThat(conflicts).isNotEmpty().allSatisfy(conflict -> {
            assertThat(conflict.kind()).isEqualTo(ConflictKind.STOCK);
            assertThat(conflict.stake().unknown()).contains("more than can be counted");
        });
    }

    @Test
    void ofAWriteOnlyWhatItPromisesIsJudged() {
        var old = line("a", "serum", cny(1), 200L, days(1, 3));
        var fresh = line(null, "serum", cny(9_900), 1L, days(2, 3));
        assertThat(limited(9_900, 100L).of(List.of(fresh), List.of(old)))
                .extracting(PromiseConflict::kind)
                .containsExactly(ConflictKind.STOCK);
        assertThat(limited(9_900, 100L).of(List.of(line(null, "serum", null, null, days(5, 6))), List.of(old)))
                .isEmpty();
        // Two campaigns that are not there yet are two.
        var burst = burst(null, null, days(1, 2));
        assertThat(FREE.of(List.of(burst), List.of(burst))).hasSize(1);
    }
}
