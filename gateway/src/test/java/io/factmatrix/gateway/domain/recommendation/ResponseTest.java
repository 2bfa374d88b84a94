package io.factmatrix.gateway.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.gateway.domain.estimate.Refusal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Curves that are planted, found again; and what is refused, and why. Seeds are fixed, so that nothing passes or fails by chance. */
class ResponseTest {

    private static final int RUNS = 12;
    private static final Planted PLANTED =
            new Planted(cost -> 300_000 + 400_000 * Math.log(1 + cost / 60_000), 100_000, 0.4, 0.08);

    private static List<Named<DoubleUnaryOperator>> bent() {
        return List.of(
                Named.of("logarithm", cost -> 300_000 + 400_000 * Math.log(1 + cost / 60_000)),
                Named.of("nearly straight", cost -> 100_000 + 600_000 * Math.log(1 + cost / 100_000)),
                Named.of("power", cost -> 300_000 + 400_000 * Math.sqrt(cost / 100_000)),
                Named.of("hyperbola", ResponseTest::hyperbola),
                Named.of("exponential", cost -> 300_000 - 600_000 * Math.expm1(-cost / 100_000)));
    }

    private static double hyperbola(double cost) {
        return 300_000 + 700_000 * cost / (cost + 70_000);
    }

    @ParameterizedTest
    @MethodSource("bent")
    void marginalReturnsAreFoundWithinTheirBounds(DoubleUnaryOperator bent) {
        isFound(new Planted(bent, 100_000, 0.4, 0.08), 0.08);
    }

    /** Of money that is spent on each day, as it is recommended: what comes the days after is of it, too. */
    @Test
    void whatActsOnLaterDaysIsPartOfTheReturn() {
        for (double carried : new double[] {0, 0.5}) {
            var planted = new Planted(ResponseTest::hyperbola, 100_000, 0.8, 0.08, carried);
            isFound(planted, 0.12);
            var curves = Response.of(planted.days(120, new Random(1))).curves();
            var told = Objects.requireNonNull(curves).carriedOver();
            assertThat(carried).isBetween(told.lower(), told.upper());
            assertThat(told.value()).isBetween(carried - 0.2, carried + 0.2);
        }
    }

    private static void isFound(Planted planted, double off) {
        int told = 0;
        int held = 0;
        double sum = 0;
        for (int run = 0; run < RUNS; run++) {
            var response = Response.of(planted.days(120, new Random(run)));
            if (response.curves() == null) {
                continue;
            }
            told++;
            double mean = response.meanCost();
            var marginal = response.curves().marginal(mean);
            held += marginal.lower() <= planted.marginal(mean) && planted.marginal(mean) <= marginal.upper() ? 1 : 0;
            sum += marginal.value() / planted.marginal(mean) - 1;
        }
        assertThat(told).isGreaterThanOrEqualTo(RUNS * 8 / 10);
        assertThat((double) held / told).isGreaterThanOrEqualTo(0.8);
        assertThat(sum / told).isBetween(-off, off);
    }

    @Test
    void salesThatGrowOfThemselvesAreNoEffectOfCostsThatGrow() {
        var random = new Random(5);
        var days = new ArrayList<Day>();
        for (int day = 0; day < 120; day++) {
            double grown = 1 + day / 60.0;
            days.add(Planted.day(
                    day,
                    100_000 * grown * (1 + 0.1 * random.nextGaussian()),
                    500_000 * grown * (1 + 0.05 * random.nextGaussian())));
        }
        assertThat(refusal(days).code()).isIn("effect.unclear", "returns.not_diminishing", "outlier.decides");
    }

    @Test
    void fourWeeksAreTheLeast() {
        assertThat(refusal(days(27))).isEqualTo(new Refusal("days.too_few", "days: 27 (expected: at least 28)"));
        assertThat(Response.of(days(120).subList(0, 55)).backtest()).isNull();
        assertThat(Response.of(days(120)).backtest()).isNotNull();
    }

    @Test
    void aCostThatNobodyReportedIsNotZero() {
        var days = with(days(60), 9, day -> new Day(day.date(), null, day.netGmv(), false));
        assertThat(refusal(days))
                .isEqualTo(
                        new Refusal(
                                "cost.unknown",
                                "cost: not reported on 1 days, first on 2026-01-10 (expected: on each day an event of type cost, of a category of ads, slotFee, sample, staff, production, other; with amount 0 where nothing was spent)"));
        assertThat(Response.of(days).spent()).isPositive();
        assertThat(Response.of(with(days(60), 9, day -> new Day(day.date(), BigInteger.ZERO, day.netGmv(), false)))
                        .refusal())
                .isNotEqualTo(refusal(days));
    }

    @Test
    void aCostInAnotherCurrencyIsMissingInThisOne() {
        var days = with(days(60), 9, day -> new Day(day.date(), day.cost(), day.netGmv(), true));
        assertThat(refusal(days).code()).isEqualTo("cost.currency");
    }

    @Test
    void aCostThatDoesNotMoveTellsNothing() {
        var random = new Random(1);
        var days = new ArrayList<Day>();
        for (int day = 0; day < 60; day++) {
            days.add(Planted.day(day, 100_000, 500_000 * (1 + 0.1 * random.nextGaussian())));
        }
        assertThat(refusal(days).code()).isEqualTo("variation.none");
        var nothing = days.stream()
                .map(day -> new Day(day.date(), BigInteger.ZERO, day.netGmv(), false))
                .toList();
        assertThat(refusal(nothing).code()).isEqualTo("variation.none");
    }

    @Test
    void withoutSalesThereIsNoAnswerToCosts() {
        var days = days(60).stream()
                .map(day -> new Day(day.date(), day.cost(), BigInteger.ZERO, false))
                .toList();
        assertThat(refusal(days).code()).isEqualTo("sales.none");
    }

    @Test
    void salesThatDoNotAnswerAreToldFromThoseThatDo() {
        for (int seed = 0; seed < 5; seed++) {
            var none = new Planted(cost -> 500_000, 100_000, 0.4, 0.1).days(120, new Random(seed));
            assertThat(refusal(none).code()).as("seed %d", seed).isIn("effect.unclear", "returns.not_diminishing");
        }
    }

    @Test
    void returnsThatGrowAreNotTakenForDiminishing() {
        for (int seed = 0; seed < 5; seed++) {
            var growing = new Planted(cost -> 300_000 + cost * cost / 20_000, 100_000, 0.4, 0.08);
            assertThat(refusal(growing.days(120, new Random(seed))).code())
                    .as("seed %d", seed)
                    .isEqualTo("returns.not_diminishing");
        }
    }

    @Test
    void aStraightLineIsNoCurve() {
        int told = 0;
        for (int run = 0; run < RUNS; run++) {
            var straight = new Planted(cost -> 300_000 + 4 * cost, 100_000, 0.4, 0.08);
            told += Response.of(straight.days(120, new Random(run))).curves() == null ? 0 : 1;
        }
        assertThat(told).isLessThanOrEqualTo(1);
    }

    @Test
    void oneDayThatDecidesIsNamed() {
        var random = new Random(3);
        var days = new ArrayList<Day>();
        for (int day = 0; day < 60; day++) {
            boolean great = day == 33;
            days.add(Planted.day(
                    day,
                    great ? 2_000_000 : 100_000 * (1 + 0.05 * random.nextGaussian()),
                    (great ? 4_000_000 : 500_000) * (1 + 0.02 * random.nextGaussian())));
        }
        assertThat(refusal(days).code()).isEqualTo("outlier.decides");
        assertThat(refusal(days).detail()).startsWith("2026-02-03: ");
    }

    @Test
    void oneHugeDayThatDecidesNothingOnlyMakesLessSure() {
        var days = with(
                days(120),
                60,
                day -> new Day(day.date(), day.cost(), day.netGmv().multiply(BigInteger.valueOf(20)), false));
        assertThat(refusal(days).code()).isIn("effect.unclear", "outlier.decides");
    }

    @Test
    void theCurveTellsDaysThatItHasNotSeen() {
        double curve = 0;
        double naive = 0;
        for (int run = 0; run < RUNS; run++) {
            var backtest = Response.of(PLANTED.days(120, new Random(run))).backtest();
            if (backtest != null) {
                curve += backtest.curve();
                naive += backtest.seasonalNaive();
            }
        }
        assertThat(curve).isLessThan(0.8 * naive);
    }

    @Test
    void theSameDaysAlwaysTellTheSame() {
        assertThat(Response.of(days(60))).isEqualTo(Response.of(days(60)));
    }

    @Test
    void whateverTheDaysAreThereIsAnAnswerOfNumbersOrARefusal() {
        for (int seed = 0; seed < 40; seed++) {
            var random = new Random(seed);
            double heavy = 3 * random.nextDouble();
            var days = new ArrayList<Day>();
            for (int day = 0; day < 28 + 2 * seed; day++) {
                double cost = random.nextInt(3) == 0 ? 0 : 100 * Math.exp(heavy * random.nextGaussian());
                double sold = random.nextInt(4) == 0 ? -50 : 10 * cost * Math.exp(heavy * random.nextGaussian());
                days.add(new Day(
                        LocalDate.of(2026, 1, 1).plusDays(day),
                        BigInteger.valueOf(Math.round(cost)),
                        BigInteger.valueOf(Math.round(sold)),
                        false));
            }
            var response = Response.of(days);
            if (response.refusal() == null) {
                var curves = Objects.requireNonNull(response.curves());
                for (double cost : new double[] {curves.leastCost(), response.meanCost(), curves.mostCost()}) {
                    assertThat(curves.marginal(cost).value())
                            .as("seed %d", seed)
                            .isFinite();
                    assertThat(curves.marginal(cost).upper())
                            .as("seed %d", seed)
                            .isFinite();
                    assertThat(curves.netGmv(cost).lower()).as("seed %d", seed).isFinite();
                }
            }
        }
    }

    private static List<Day> days(int count) {
        return PLANTED.days(count, new Random(2));
    }

    private static List<Day> with(List<Day> days, int at, UnaryOperator<Day> otherwise) {
        var changed = new ArrayList<>(days);
        changed.set(at, otherwise.apply(days.get(at)));
        return changed;
    }

    private static Refusal refusal(List<Day> days) {
        return Objects.requireNonNull(Response.of(days).refusal());
    }
}
