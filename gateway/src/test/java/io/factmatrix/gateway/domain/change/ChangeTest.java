package io.factmatrix.gateway.domain.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.factmatrix.gateway.domain.change.Change.Part;
import io.factmatrix.gateway.testing.StubService;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.Figures.Fraction;
import io.factmatrix.ledger.domain.figures.Ratio;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Parts against their definition, and sums against what is shown. */
class ChangeTest {

    private static final Offset<Double> EXACTLY = within(1e-9);

    @Property(tries = 5_000)
    void partsSumToTheChangeThatIsShown(@ForAll("chains") Chain before, @ForAll("chains") Chain after) {
        var change = new Change(before, after);
        assertThat(sum(change.parts().values().stream().map(Part::amount).toList()))
                .isEqualTo(shown(after).subtract(shown(before)));
    }

    @Property(tries = 2_000)
    void eachPartIsTheLogarithmicMeanTimesItsGrowth(@ForAll("chains") Chain before, @ForAll("chains") Chain after) {
        double from = value(before.gpm());
        double to = value(after.gpm());
        double mean = from == to ? from : (to - from) / (Math.log(to) - Math.log(from));
        new Change(before, after).parts().forEach((factor, part) -> {
            double growth = Math.log(value(after.factor(factor))) - Math.log(value(before.factor(factor)));
            double exact = mean * growth;
            assertThat(part.amount().doubleValue())
                    .isCloseTo(exact, within(1.0 + 1e-6 * Math.abs(exact) + 1e-9 * mean));
        });
    }

    @Property(tries = 5_000)
    void partsOfAllFieldsSumToTheChangeOfTheWhole(
            @ForAll("fields") List<Chain> before, @ForAll("fields") List<Chain> after) {
        var fields = new ArrayList<Sides>();
        for (int field = 0; field < before.size(); field++) {
            fields.add(new Sides("f" + field, side(before.get(field)), side(after.get(field))));
        }
        var mix = new Mix(fields);
        assertThat(mix.obstacle()).isEmpty();
        var amount = new Change(whole(before), whole(after)).amount();
        var parts = mix.parts(amount).values();
        assertThat(sum(parts.stream().map(part -> part.mix().add(part.within())).toList()))
                .isEqualTo(amount);
    }

    @Test
    void whenOnlyOneFactorMovesItIsAll() {
        var change = new Change(chain(1_000, 100, 50, 20, 4, 40_000), chain(1_000, 200, 100, 40, 8, 80_000));
        assertThat(change.amount()).isEqualTo(40_000);
        assertThat(change.parts().get(Factor.ENTER)).isEqualTo(new Part(BigInteger.valueOf(40_000), 1.0));
        assertThat(change.parts().get(Factor.AOV)).isEqualTo(new Part(BigInteger.ZERO, 0.0));
    }

    @Test
    void factorsThatCancelOutHaveAmountsAndNoShares() {
        var parts = new Change(chain(1_000, 100, 50, 20, 4, 40_000), chain(1_000, 100, 50, 20, 8, 40_000)).parts();
        assertThat(parts.get(Factor.ORDER)).isEqualTo(new Part(BigInteger.valueOf(27_726), null));
        assertThat(parts.get(Factor.AOV)).isEqualTo(new Part(BigInteger.valueOf(-27_726), null));
    }

    @Test
    void impressionsThatMoveToABetterFieldAreMixAndNothingElse() {
        var poor = chain(900, 90, 45, 18, 9, 9_000);
        var rich = chain(100, 10, 5, 2, 1, 10_000);
        var moved = List.of(chain(500, 50, 25, 10, 5, 5_000), chain(500, 50, 25, 10, 5, 50_000));
        var mix = new Mix(List.of(
                new Sides("poor", side(poor), side(moved.get(0))), new Sides("rich", side(rich), side(moved.get(1)))));
        var amount = new Change(whole(List.of(poor, rich)), whole(moved)).amount();
        assertThat(amount).isEqualTo(36_000);
        var parts = mix.parts(amount);
        assertThat(mix(parts, "poor")).isEqualTo(-4_000);
        assertThat(mix(parts, "rich")).isEqualTo(40_000);
        assertThat(parts.values()).allSatisfy(part -> assertThat(part.within()).isZero());
    }

    @Test
    void whatAFieldBringsThatComesIsMix() {
        var stays = chain(1_000, 100, 50, 20, 4, 40_000);
        var comes = chain(1_000, 300, 150, 60, 12, 120_000);
        var fields = List.of(
                new Sides("stays", side(stays), side(stays)),
                new Sides("comes", Side.ofField(Figures.NONE), side(comes)),
                new Sides("never", Side.ofField(Figures.NONE), Side.ofField(Figures.NONE)));
        var mix = new Mix(fields);
        assertThat(mix.obstacle()).isEmpty();
        var parts = mix.parts(BigInteger.valueOf(40_000));
        assertThat(parts).containsOnlyKeys("stays", "comes");
        assertThat(mix(parts, "stays")).isEqualTo(-20_000);
        assertThat(mix(parts, "comes")).isEqualTo(60_000);
    }

    @Test
    void aFieldThatReportsNoMoreCannotBeDecomposed() {
        var sold = new Side(whatWasSold(), null);
        var fields = List.of(new Sides("kol", side(chain(1_000, 100, 50, 20, 4, 40_000)), sold));
        assertThat(new Mix(fields).obstacle())
                .hasValueSatisfying(reason -> assertThat(reason).isEqualTo(Unexplained.unknown("kol", "asked for")));
    }

    @Test
    void aFactorOfZeroIsNamed() {
        var none = new Sides("kol", side(chain(1_000, 100, 50, 20, 0, 0)), side(chain(1_000, 100, 50, 20, 4, 40_000)));
        assertThat(none.obstacle())
                .hasValue(new Unexplained(
                        "factor.zero",
                        "kol: order is 0 or has nothing to divide by in the period before (expected: more than 0)"));
        var free = new Sides("kol", side(chain(1_000, 100, 50, 20, 4, 40_000)), side(chain(1_000, 100, 50, 20, 4, 0)));
        assertThat(free.obstacle().orElseThrow().detail()).contains("aov is 0").contains("the period asked for");
    }

    @Test
    void aMillionthOfGreatSumsIsNotLost() {
        var before = chain(1_000_000_000_000L, 100_000_000_000L, 1, 1, 1, 1_000_000_000_000_000L);
        var after = chain(1_000_000_000_000L, 100_000_000_001L, 1, 1, 1, 1_000_000_000_000_000L);
        var parts = new Change(before, after).parts();
        assertThat(parts).extractingByKey(Factor.ENTER).extracting(Part::amount).isEqualTo(BigInteger.ZERO);
        assertThat(Logarithms.growth(before.factor(Factor.ENTER), after.factor(Factor.ENTER)))
                .isCloseTo(1e-11, within(1e-20));
        assertThat(Logarithms.mean(before.gpm(), after.gpm())).isCloseTo(1_000_000, EXACTLY);
    }

    @Provide
    Arbitrary<List<Chain>> fields() {
        return chains().list().ofSize(4);
    }

    /** From an impression to millions, each step any share of the one before, orders from pennies to fortunes. */
    @Provide
    Arbitrary<Chain> chains() {
        var counts = Arbitraries.longs().between(1, 50_000_000);
        var money = Arbitraries.longs().between(1, 5_000_000_000_000L);
        return Combinators.combine(counts, counts, counts, counts, counts, money)
                .as(ChangeTest::chain);
    }

    private static Chain whole(List<Chain> chains) {
        return chains.stream()
                .map(ChangeTest::figures)
                .reduce(Figures::plus)
                .flatMap(Chain::ofWhole)
                .orElseThrow();
    }

    private static Side side(Chain chain) {
        return Side.ofField(figures(chain));
    }

    private static Figures figures(Chain chain) {
        return withRatios(Map.of(
                Ratio.CHAIN_ENTER, new Fraction(chain.views(), chain.impressions()),
                Ratio.CHAIN_PRODUCT_CLICK, new Fraction(chain.productClicks(), chain.productImpressions()),
                Ratio.CHAIN_AOV, new Fraction(chain.gmv(), chain.orders()),
                Ratio.CHAIN_AOV_OF_WHOLE, new Fraction(chain.gmv(), chain.orders())));
    }

    private static Figures whatWasSold() {
        return withRatios(Map.of());
    }

    private static Figures withRatios(Map<Ratio, Fraction> ratios) {
        return StubService.figures(1, ratios);
    }

    private static Chain chain(
            long impressions, long views, long productImpressions, long productClicks, long orders, long gmv) {
        return new Chain(
                BigInteger.valueOf(impressions),
                BigInteger.valueOf(views),
                BigInteger.valueOf(productImpressions),
                BigInteger.valueOf(productClicks),
                BigInteger.valueOf(orders),
                BigInteger.valueOf(gmv));
    }

    private static BigInteger mix(Map<String, Mix.Part> parts, String field) {
        return Objects.requireNonNull(parts.get(field)).mix();
    }

    private static BigInteger shown(Chain chain) {
        return chain.shownGpm().orElseThrow();
    }

    private static BigInteger sum(List<BigInteger> amounts) {
        return amounts.stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static double value(Fraction fraction) {
        return fraction.numerator().doubleValue() / fraction.denominator().doubleValue();
    }
}
