package io.factmatrix.gateway.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.factmatrix.gateway.domain.estimate.Refusal;
import io.factmatrix.ledger.domain.event.Field;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How a budget is divided: to the minor unit, within limits and within what was seen, or not at all. */
class DivisionTest {

    private static final Currency CNY = Currency.getInstance("CNY");

    /** Of the same costs, what is spent on creators brings half as much again. */
    private static final Map<Field, Response> RESPONSES = responses();

    @Test
    void moneyGoesWhereTheLastOfItBringsMost() {
        var best = Division.of(RESPONSES, wish(null, Map.of()));
        assertThat(best.refusal()).isNull();
        assertThat(best.budget()).isEqualTo(whole(3_010_000));
        assertThat(sum(best)).isEqualTo(best.budget());
        assertThat(best.unallocated()).isZero();
        assertThat(cost(best, Field.CREATOR)).isGreaterThan(cost(best, Field.LIVESTREAM));
        assertThat(marginal(best, Field.CREATOR)).isCloseTo(marginal(best, Field.LIVESTREAM), within(1e-4));
        assertThat(Objects.requireNonNull(best.gain()).value()).isPositive();
    }

    @Test
    void aFieldWithoutACurveKeepsWhatItSpends() {
        var best = Division.of(RESPONSES, wish(null, Map.of()));
        assertThat(cost(best, Field.CAMPAIGN)).isEqualTo(whole(210_000));
        assertThat(share(best, Field.CAMPAIGN).gain()).isNull();
        assertThat(share(best, Field.KOL).present()).isNull();
        assertThat(share(best, Field.KOL).recommended()).isNull();
        var limited = Division.of(RESPONSES, wish(null, Map.of(Field.CAMPAIGN, limits(null, 10_000L, null))));
        assertThat(cost(limited, Field.CAMPAIGN)).isEqualTo(whole(10_000));
        assertThat(sum(limited)).isEqualTo(best.budget());
    }

    @Test
    void limitsAreKept() {
        var best = Division.of(
                RESPONSES,
                wish(
                        null,
                        Map.of(
                                Field.CREATOR,
                                limits(null, null, "0.1"),
                                Field.LIVESTREAM,
                                limits(1_350_000L, null, null))));
        assertThat(cost(best, Field.LIVESTREAM)).isEqualTo(whole(1_350_000));
        assertThat(cost(best, Field.CREATOR)).isEqualTo(whole(1_450_000));
        var none = Division.of(RESPONSES, wish(null, Map.of(Field.CREATOR, limits(null, null, "0"))));
        assertThat(cost(none, Field.CREATOR)).isEqualTo(whole(1_400_000));
        assertThat(Objects.requireNonNull(none.gain()).value()).isZero();
    }

    @Test
    void whatWasNeverSeenSpentIsLeftOverOrSaid() {
        var rich = Division.of(RESPONSES, wish(whole(10_000_000), Map.of()));
        assertThat(cost(rich, Field.CREATOR)).isEqualTo(whole(14 * 200_000));
        assertThat(rich.unallocated()).isEqualTo(whole(10_000_000 - 210_000 - 2 * 14 * 200_000));
        assertThat(share(rich, Field.CREATOR).isBeyondSeen()).isFalse();
        var told =
                Division.of(RESPONSES, wish(whole(10_000_000), Map.of(Field.CREATOR, limits(5_000_000L, null, null))));
        assertThat(cost(told, Field.CREATOR)).isEqualTo(whole(5_000_000));
        assertThat(share(told, Field.CREATOR).isBeyondSeen()).isTrue();
    }

    @Test
    void aBudgetThatIsTooSmallIsSaidWithWhatItTakes() {
        assertThat(refusal(wish(whole(1_000_000), Map.of())))
                .isEqualTo(
                        new Refusal(
                                "budget.too_small",
                                "budget: 10000.00 (expected: at least 16100.00, what limits, the least costs ever seen and fields without a curve take)"));
    }

    @Test
    void limitsThatLeaveNothingAreNamed() {
        assertThat(refusal(wish(null, Map.of(Field.CREATOR, limits(2_000_000L, null, "0.1"))))
                        .code())
                .isEqualTo("limits.unfit");
    }

    @Test
    void oneCurveAloneLeavesNothingToMove() {
        var one = new EnumMap<>(RESPONSES);
        one.put(Field.LIVESTREAM, untold(1_000_000));
        var none = Division.of(one, wish(null, Map.of()));
        assertThat(Objects.requireNonNull(none.refusal()).code()).isEqualTo("fields.too_few");
        assertThat(share(none, Field.CREATOR).present()).isPositive();
        assertThat(share(none, Field.CREATOR).recommended()).isNull();
    }

    @Test
    void aFieldThatIsAwayIsNotLeftOutOfTheBudget() {
        var away = new EnumMap<>(RESPONSES);
        away.put(Field.KOL, Response.refused(Refusal.missing("kol", "timed out")));
        var none = Division.of(away, wish(whole(5_000_000), Map.of()));
        assertThat(Objects.requireNonNull(none.refusal()).detail()).startsWith("kol: timed out");
        assertThat(none.gain()).isNull();
        assertThat(share(none, Field.KOL).present()).isNull();
    }

    @Property(tries = 300)
    void whateverTheBudgetIsItIsDividedToTheMinorUnit(
            @ForAll @LongRange(min = 1_610_000, max = 12_000_000) long budget) {
        var best = Division.of(RESPONSES, wish(whole(budget), Map.of()));
        assertThat(sum(best).add(Objects.requireNonNull(best.unallocated()))).isEqualTo(whole(budget));
        assertThat(cost(best, Field.CREATOR)).isBetween(whole(700_000), whole(2_800_000));
        assertThat(Objects.requireNonNull(best.gain()).value()).isGreaterThanOrEqualTo(-1e-6);
    }

    private static Map<Field, Response> responses() {
        var responses = new EnumMap<Field, Response>(Field.class);
        responses.put(Field.LIVESTREAM, told(100_000));
        responses.put(Field.CREATOR, told(150_000));
        responses.put(Field.CAMPAIGN, untold(1_500_000));
        responses.put(Field.KOL, new Response(100, null, Refusal.tooFewDays(1, 28), null, null));
        return responses;
    }

    /** Of 1,000.00 a day, and from 500.00 to 2,000.00. */
    private static Response told(double effect) {
        var curve = new Curve(500_000, 0, effect, new Shape(50_000, 1, 0));
        return new Response(
                100, whole(10_000_000), null, new Curves(Collections.nCopies(200, curve), 50_000, 200_000), null);
    }

    private static Response untold(long spent) {
        return new Response(100, whole(spent), Refusal.tooFewDays(1, 28), null, null);
    }

    private static Wish wish(@Nullable BigInteger budget, Map<Field, Limits> limits) {
        return new Wish(CNY, budget, 14, limits);
    }

    private static Limits limits(@Nullable Long least, @Nullable Long most, @Nullable String change) {
        return new Limits(
                least == null ? null : whole(least),
                most == null ? null : whole(most),
                change == null ? null : new BigDecimal(change));
    }

    private static Refusal refusal(Wish wish) {
        return Objects.requireNonNull(Division.of(RESPONSES, wish).refusal());
    }

    private static Reallocation.Share share(Reallocation of, Field field) {
        return Objects.requireNonNull(of.shares().get(field));
    }

    private static BigInteger cost(Reallocation of, Field field) {
        return Objects.requireNonNull(share(of, field).recommended());
    }

    private static double marginal(Reallocation of, Field field) {
        var curves = Objects.requireNonNull(
                Objects.requireNonNull(RESPONSES.get(field)).curves());
        return curves.meanMarginal(cost(of, field).doubleValue() / 14);
    }

    private static BigInteger sum(Reallocation of) {
        return List.of(Field.LIVESTREAM, Field.CREATOR, Field.CAMPAIGN).stream()
                .map(field -> cost(of, field))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigInteger whole(long value) {
        return BigInteger.valueOf(value);
    }
}
