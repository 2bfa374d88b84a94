package io.factmatrix.gateway.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.factmatrix.gateway.domain.recommendation.Allocation.Arm;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** What makes a division the best one, whatever the curves are. */
class AllocationTest {

    @Property(tries = 2_000)
    void allIsSpentAndLimitsAreKept(
            @ForAll("arms") List<Arm> arms, @ForAll @DoubleRange(min = 0, max = 1) double share) {
        double money = money(arms, share);
        var costs = Allocation.of(arms, money);
        assertThat(Arrays.stream(costs).sum()).isCloseTo(money, within(1e-9 * (1 + money)));
        for (int at = 0; at < costs.length; at++) {
            assertThat(costs[at]).isBetween(arms.get(at).least(), arms.get(at).most());
        }
    }

    /** Karush, Kuhn and Tucker: where neither limit binds all bring the same; at its least none brings more, at its most none brings less. */
    @Property(tries = 2_000)
    void theLastMoneyBringsTheSameWhereNoLimitBinds(
            @ForAll("arms") List<Arm> arms, @ForAll @DoubleRange(min = 0.01, max = 0.99) double share) {
        var costs = Allocation.of(arms, money(arms, share));
        for (int one = 0; one < costs.length; one++) {
            for (int other = 0; other < costs.length; other++) {
                boolean canGive = costs[other] > arms.get(other).least() * (1 + 1e-6) + 1e-3;
                boolean canTake = costs[one] < arms.get(one).most() * (1 - 1e-6) - 1e-3;
                if (canGive && canTake) {
                    assertThat(marginal(arms, costs, one))
                            .isLessThanOrEqualTo(marginal(arms, costs, other) * (1 + 1e-6));
                }
            }
        }
    }

    @Property(tries = 500)
    void noOtherDivisionBringsMore(
            @ForAll("arms") List<Arm> arms, @ForAll @DoubleRange(min = 0, max = 1) double share, @ForAll long seed) {
        var costs = Allocation.of(arms, money(arms, share));
        var random = new Random(seed);
        int from = random.nextInt(arms.size());
        int to = random.nextInt(arms.size());
        double moved = random.nextDouble()
                * Math.min(costs[from] - arms.get(from).least(), arms.get(to).most() - costs[to]);
        var other = costs.clone();
        other[from] -= moved;
        other[to] += moved;
        assertThat(brought(arms, other)).isLessThanOrEqualTo(brought(arms, costs) * (1 + 1e-8));
    }

    @Property(tries = 1_000)
    void moreMoneyNeverBringsLess(
            @ForAll("arms") List<Arm> arms,
            @ForAll @DoubleRange(min = 0, max = 1) double one,
            @ForAll @DoubleRange(min = 0, max = 1) double other) {
        double less = brought(arms, Allocation.of(arms, money(arms, Math.min(one, other))));
        double more = brought(arms, Allocation.of(arms, money(arms, Math.max(one, other))));
        assertThat(more).isGreaterThanOrEqualTo(less * (1 - 1e-9));
    }

    private static double money(List<Arm> arms, double share) {
        double least = arms.stream().mapToDouble(Arm::least).sum();
        double most = arms.stream().mapToDouble(Arm::most).sum();
        return least + share * (most - least);
    }

    private static double marginal(List<Arm> arms, double[] costs, int at) {
        return arms.get(at).curves().meanMarginal(costs[at]);
    }

    private static double brought(List<Arm> arms, double[] costs) {
        double brought = 0;
        for (int at = 0; at < costs.length; at++) {
            brought += arms.get(at).curves().netGmv(costs[at]).value();
        }
        return brought;
    }

    @Provide
    Arbitrary<List<Arm>> arms() {
        var money = Arbitraries.doubles().between(0, 1e9);
        var curve = Combinators.combine(
                        Arbitraries.doubles().between(1e3, 1e9),
                        Arbitraries.doubles().between(1e2, 1e9),
                        Arbitraries.of(0.5, 1.0, 2.0, 4.0, 16.0))
                .as((effect, scale, fall) -> new Curve(1e6, 0, effect, new Shape(scale, fall, 0)));
        var curves = curve.list().ofMinSize(1).ofMaxSize(3);
        return Combinators.combine(curves, money, money)
                .as((of, one, other) -> new Arm(new Curves(of, 0, 1e9), Math.min(one, other), Math.max(one, other)))
                .list()
                .ofMinSize(2)
                .ofMaxSize(4);
    }
}
