package io.factmatrix.gateway.domain.snowball;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.factmatrix.gateway.domain.estimate.Refusal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the meter refuses, and why; and what it does with days that are not like the others. */
class MeterTest {

    private static final Planted PLANTED = new Planted(0.5, 0.2, 0.1, 0.2, 0.9, 0.4, 0.4, 0.35, 0.05, 0.1, 0.2);

    @Test
    void fourWeeksAreTheLeast() {
        assertThat(refusal(days(27))).isEqualTo(new Refusal("days.too_few", "days: 27 (expected: at least 28)"));
        assertThat(prospects(Meter.read(days(28), null)).misses()).isNull();
        assertThat(prospects(Meter.read(days(56), null)).misses()).hasSize(3);
    }

    @Test
    void paidImpressionsThatNobodyToldAreNotZero() {
        var days = with(days(60), 7, day -> new Day(day.date(), day.impressions(), null, day.views(), day.gmv(), null));
        assertThat(refusal(days).code()).isEqualTo("days.unknown");
        assertThat(refusal(days).detail()).startsWith("paidImpressions: unknown on 1 days, first on 2026-01-08");
    }

    @Test
    void aDayWithoutAReportIsAGap() {
        var gap = with(days(60), 20, day -> new Day(day.date(), null, null, null, null, null));
        assertThat(refusal(gap).detail()).startsWith("impressions: unknown on 1 days, first on 2026-01-21");
    }

    @Test
    void moreImpressionsPaidThanSeenAreNone() {
        var days = with(
                days(60),
                3,
                day -> new Day(
                        day.date(), day.impressions(), day.impressions(), day.views(), day.gmv(), day.deposits()));
        assertThat(refusal(days).code()).isEqualTo("days.empty");
    }

    @Test
    void whatDoesNotMoveTellsNothing() {
        var days = new ArrayList<Day>();
        for (int day = 0; day < 60; day++) {
            days.add(Planted.day(LocalDate.of(2026, 1, 1).plusDays(day), 1_000, 100, 200, 500, null));
        }
        assertThat(refusal(days).code()).isEqualTo("variation.none");
    }

    @Test
    void noiseIsNoSnowball() {
        var random = new Random(4);
        var days = new ArrayList<Day>();
        for (int day = 0; day < 120; day++) {
            double free = 10_000 * Math.exp(1.5 * random.nextGaussian());
            days.add(Planted.day(
                    LocalDate.of(2026, 1, 1).plusDays(day), free + 1_000, 1_000, 0.2 * free, 0.05 * free, null));
        }
        var reading = Meter.read(days, null);
        assertThat(reading.loop()).isNull();
        assertThat(refusal(days).code()).isIn("fit.poor", "bounds.too_wide", "outliers.too_many");
        assertThat(prospects(reading).outlook().days()).hasSize(14);
    }

    @Test
    void oneDayTenfoldIsSaidAndDoesNotMoveR() {
        var days = days(120);
        var outlier = with(
                days,
                60,
                day -> new Day(
                        day.date(),
                        times(day.impressions(), 10),
                        day.paidImpressions(),
                        times(day.views(), 10),
                        times(day.gmv(), 10),
                        day.deposits()));
        var reading = Meter.read(outlier, null);
        assertThat(prospects(reading).outliers()).containsExactly(LocalDate.of(2026, 3, 2));
        assertThat(loop(reading).r().value())
                .isCloseTo(loop(Meter.read(days, null)).r().value(), within(0.01));
    }

    @Test
    void whatStaysTwiceAsMuchIsOneBurstAndNoSlip() {
        var days = days(120);
        for (int day = 60; day < 120; day++) {
            days = with(
                    days,
                    day,
                    of -> new Day(
                            of.date(),
                            times(of.impressions(), 3),
                            times(of.paidImpressions(), 3),
                            times(of.views(), 3),
                            times(of.gmv(), 3),
                            of.deposits()));
        }
        assertThat(prospects(Meter.read(days, null)).outliers()).doesNotContain(LocalDate.of(2026, 4, 1));
        assertThat(prospects(Meter.read(days, null)).outliers().size()).isLessThanOrEqualTo(2);
    }

    @Test
    void gpmThatDoesNotMoveHasNoEffectThatIsKnown() {
        var still = new Planted(0.5, 0.2, 0.1, 0.2, 0.9, 0.4, 0.4, 0.35, 0.05, 0, 0.2);
        var loop = loop(Meter.read(still.days(120, new Random(3)), null));
        assertThat(loop.epsilon()).isNull();
        assertThat(loop.r().value()).isBetween(0.87, 0.93);
    }

    @Test
    void morePaidImpressionsBringMoreThanThemselves() {
        var more = prospects(Meter.read(days(120), new Change(1.2, 1, 1)));
        var as = more.outlook().total();
        var with = Objects.requireNonNull(more.changed()).total();
        assertThat(with.freeImpressions().value())
                .isGreaterThan(as.freeImpressions().value());
        assertThat(with.views().value()).isGreaterThan(as.views().value());
        assertThat(with.gmv().lower()).isLessThan(with.gmv().value());
    }

    @Test
    void depositsAreOfViewsWhereAllAreKnown() {
        assertThat(Objects.requireNonNull(loop(Meter.read(days(60), null)).phi()))
                .isCloseTo(0.1, within(0.001));
        var unknown = with(
                days(60),
                5,
                day -> new Day(day.date(), day.impressions(), day.paidImpressions(), day.views(), day.gmv(), null));
        assertThat(loop(Meter.read(unknown, null)).phi()).isNull();
    }

    @Test
    void whateverTheDaysAreThereIsAnAnswerOfNumbers() {
        for (int seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            double heavy = random.nextDouble() * 4;
            double growth = Math.exp((random.nextDouble() - 0.5) * 0.4);
            var days = new ArrayList<Day>();
            for (int day = 0; day < 28 + seed; day++) {
                double free = 1 + 50 * Math.pow(growth, day) * Math.exp(heavy * random.nextGaussian());
                double paid = random.nextBoolean() ? 0 : 1_000 * random.nextDouble();
                double gmv = random.nextInt(4) == 0 ? 0 : 10 * random.nextDouble();
                double views = 1 + random.nextDouble() * free;
                days.add(Planted.day(LocalDate.of(2026, 1, 1).plusDays(day), free + paid, paid, views, gmv, null));
            }
            var reading = Meter.read(days, new Change(2, 2, 0));
            if (reading.prospects() == null) {
                assertThat(reading.refusal()).as("seed %d", seed).isNotNull();
            } else {
                assertThat(reading.prospects().outlook().isFinite()).isTrue();
                assertThat(Objects.requireNonNull(reading.prospects().changed()).isFinite())
                        .as("seed %d", seed)
                        .isTrue();
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

    private static BigInteger times(@Nullable BigInteger value, long factor) {
        return Objects.requireNonNull(value).multiply(BigInteger.valueOf(factor));
    }

    private static Refusal refusal(List<Day> days) {
        return Objects.requireNonNull(Meter.read(days, null).refusal());
    }

    private static Loop loop(Reading reading) {
        return Objects.requireNonNull(reading.loop(), () -> String.valueOf(reading.refusal()));
    }

    private static Reading.Prospects prospects(Reading reading) {
        return Objects.requireNonNull(reading.prospects());
    }
}
