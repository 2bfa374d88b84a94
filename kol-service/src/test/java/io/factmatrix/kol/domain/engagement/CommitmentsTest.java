package io.factmatrix.kol.domain.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kol.domain.kol.KolId;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.plan.domain.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whether two engagements can both be signed, held against a clock that goes hour by hour. */
class CommitmentsTest {

    private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
    private static final int HOURS = 24;
    private static final List<String> PRODUCTS = List.of("a", "b", "c");
    private static final List<String> CATEGORIES = List.of("Beauty", "food", "toys");

    private static Span span(Random random) {
        int from = random.nextInt(HOURS - 1);
        int to = from + 1 + random.nextInt(Math.min(8, HOURS - from - 1));
        return new Span(START.plusSeconds(from * 3_600L), START.plusSeconds(to * 3_600L));
    }

    private static List<PromisedProduct> promised(Random random) {
        var promised = new ArrayList<PromisedProduct>();
        for (int product = 0; product < PRODUCTS.size(); product++) {
            if (random.nextInt(3) == 0) {
                var price = new Money(10 + random.nextInt(3), random.nextInt(9) == 0 ? "USD" : "CNY");
                promised.add(new PromisedProduct(PRODUCTS.get(product), CATEGORIES.get(product), price, null));
            }
        }
        return promised;
    }

    private static List<Clause> clauses(Random random, List<PromisedProduct> promised) {
        var clauses = new ArrayList<Clause>();
        if (random.nextInt(3) == 0) {
            var category = CATEGORIES.get(random.nextInt(3)).toUpperCase(Locale.ROOT);
            var product = PRODUCTS.get(random.nextInt(3));
            clauses.add(new Clause(
                    ClauseKind.EXCLUSIVITY,
                    random.nextBoolean() ? List.of() : List.of(category),
                    List.of(product),
                    span(random)));
        }
        if (!promised.isEmpty() && random.nextBoolean()) {
            clauses.add(new Clause(
                    ClauseKind.PRICE_PROTECTION,
                    List.of(),
                    List.of(promised.get(0).product()),
                    span(random)));
        }
        return clauses;
    }

    private static Engagement engagement(Random random, String id) {
        var promised = promised(random);
        var terms = new EngagementTerms(
                new KolId("kol-" + random.nextInt(2)),
                "Night",
                span(random),
                "main",
                null,
                new Money(1, "CNY"),
                BigDecimal.ZERO,
                null,
                null,
                promised,
                clauses(random, promised),
                List.of(),
                List.of());
        return Engagement.drafted(new EngagementId(id), terms, START);
    }

    private static String refused(Engagement engagement, Engagement signed) {
        try {
            new Commitments(List.of(signed)).admit(engagement);
            return "";
        } catch (ProblemException conflict) {
            assertThat(conflict.code()).isEqualTo("engagement.conflict");
            assertThat(conflict.members())
                    .containsEntry("engagement", signed.id().value());
            return String.valueOf(conflict.members().get("clause"));
        }
    }

    private static boolean covers(Span span, int hour) {
        var at = START.plusSeconds(hour * 3_600L + 1_800);
        return at.isAfter(span.start()) && at.isBefore(span.end());
    }

    /** What is in the way of both, seen from the clauses of the one. */
    private static boolean isBroken(Engagement holder, Engagement bound, ClauseKind kind) {
        return IntStream.range(0, HOURS)
                .anyMatch(hour -> covers(bound.terms().slot(), hour)
                        && holder.terms().clauses().stream()
                                .filter(clause -> clause.kind() == kind && covers(clause.span(), hour))
                                .anyMatch(clause -> isBroken(holder, bound, clause)));
    }

    private static boolean isBroken(Engagement holder, Engagement bound, Clause clause) {
        var floors = new TreeMap<String, Money>();
        holder.terms().products().forEach(product -> floors.put(product.product(), product.price()));
        return bound.terms().products().stream().anyMatch(product -> {
            boolean isNamed = clause.products().contains(product.product());
            if (clause.kind() == ClauseKind.EXCLUSIVITY) {
                boolean isOfCategory = clause.categories().stream()
                        .anyMatch(category -> category.equalsIgnoreCase(product.category()));
                return (isNamed || isOfCategory)
                        && !bound.terms().kol().equals(holder.terms().kol());
            }
            var floor = floors.get(product.product());
            return isNamed
                    && floor != null
                    && !(floor.currency().equals(product.price().currency())
                            && product.price().minor() >= floor.minor());
        });
    }

    @Test
    void whatIsInTheWayIsSoFromBothSides() {
        var random = new Random(618);
        var seen = new TreeMap<String, Integer>();
        for (int pair = 0; pair < 20_000; pair++) {
            var one = engagement(random, "one");
            var other = engagement(random, "other");
            var possible = new ArrayList<String>();
            if (one.terms().kol().equals(other.terms().kol())
                    && IntStream.range(0, HOURS)
                            .anyMatch(hour -> covers(one.terms().slot(), hour)
                                    && covers(other.terms().slot(), hour))) {
                possible.add("slot");
            }
            for (var kind : ClauseKind.values()) {
                if (isBroken(one, other, kind) || isBroken(other, one, kind)) {
                    possible.add(kind.word());
                }
            }
            for (var clause : List.of(refused(one, other), refused(other, one))) {
                if (possible.isEmpty()) {
                    assertThat(clause).as("%s beside %s", one, other).isEmpty();
                } else {
                    assertThat(clause).as("%s beside %s", one, other).isIn(possible);
                }
                seen.merge(clause, 1, Integer::sum);
            }
        }
        assertThat(seen).containsOnlyKeys("", "slot", "exclusivity", "price-protection");
        assertThat(seen.values()).allMatch(times -> times > 500);
    }

    @Test
    void anEngagementIsNotInItsOwnWay() {
        var random = new Random(1);
        for (int turn = 0; turn < 100; turn++) {
            var engagement = engagement(random, "one");
            assertThat(refused(engagement, engagement)).isEmpty();
        }
    }

    /** What the store looks for by the reach is all that can be in the way. */
    @Test
    void whatIsOutOfReachIsNotInTheWay() {
        var random = new Random(2);
        int apart = 0;
        for (int pair = 0; pair < 20_000; pair++) {
            var one = engagement(random, "one");
            var other = engagement(random, "other");
            if (!one.terms().reach().overlaps(other.terms().reach())) {
                assertThat(refused(one, other)).isEmpty();
                apart++;
            }
        }
        assertThat(apart).isGreaterThan(500);
    }
}
