package io.factmatrix.campaign.domain.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.factmatrix.campaign.domain.pacing.EarlierCourses.EarlierCourse;
import io.factmatrix.campaign.domain.pacing.Projection.Basis;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often what came lay within the bounds, in bursts that were made up; and what is told in single cases. */
class ProjectionTest {

    private static final Instant START = Instant.parse("2026-06-16T12:00:00Z");
    private static final int BURSTS = 2_000;

    private static BigInteger sum(long[] minutes, int from, int to) {
        return BigInteger.valueOf(
                LongStream.of(minutes).skip(from).limit(to - from).sum());
    }

    /** Sales of each minute around that of the shape, hanging together from minute to minute. */
    private static long[] burst(Random random, double[] shape, double noise, double kept) {
        var minutes = new long[shape.length];
        double swing = random.nextGaussian() * noise;
        for (int minute = 0; minute < shape.length; minute++) {
            swing = kept * swing + Math.sqrt(1 - kept * kept) * noise * random.nextGaussian();
            minutes[minute] = Math.max(0, Math.round(shape[minute] * (1 + swing) * 10_000));
        }
        return minutes;
    }

    private static boolean isWithin(Projection projection, BigInteger came) {
        return Objects.requireNonNull(projection.lower()).compareTo(came) <= 0
                && Objects.requireNonNull(projection.upper()).compareTo(came) >= 0;
    }

    private static Projection pace(long[] minutes, int passed) {
        var now = START.plus(Duration.ofMinutes(passed));
        var pace = Pace.of(START, START.plus(Duration.ofMinutes(minutes.length)), now);
        int length = (int) pace.length().toMinutes();
        int first = (int) Duration.between(START, pace.from(now)).toMinutes();
        var blocks = IntStream.range(0, pace.number())
                .mapToObj(block -> sum(minutes, first + block * length, first + (block + 1) * length))
                .toList();
        return pace.project(sum(minutes, 0, passed), blocks);
    }

    /** Of 240 minutes so many have passed. */
    @ParameterizedTest
    @CsvSource({"40, 0", "60, 0.5", "120, 0.5", "120, 0.7", "200, 0.5"})
    void whatASteadyBurstComesToLiesWithinItsBounds(int passed, double kept) {
        var random = new Random(618);
        var steady = new double[240];
        Arrays.fill(steady, 1);
        int within = 0;
        double width = 0;
        for (int number = 0; number < BURSTS; number++) {
            var minutes = burst(random, steady, 0.5, kept);
            var projection = pace(minutes, passed);
            within += isWithin(projection, sum(minutes, 0, 240)) ? 1 : 0;
            width += Objects.requireNonNull(projection.upper())
                            .subtract(projection.lower())
                            .doubleValue()
                    / 2_400_000;
        }
        assertThat((double) within / BURSTS).isBetween(0.92, 0.98);
        // Not by being so wide that they say nothing.
        assertThat(width / BURSTS).isLessThan(0.5);
    }

    /** Each begins steep and falls; no pace tells where it ends, but four earlier ones do. */
    @ParameterizedTest
    @CsvSource({"20, 3", "60, 4", "180, 8"})
    void whatABurstLikeEarlierOnesComesToLiesWithinItsBounds(int passed, int earlier) {
        var random = new Random(1111);
        int within = 0;
        for (int number = 0; number < BURSTS; number++) {
            var courses = IntStream.range(0, earlier)
                    .mapToObj(course -> course(falling(random), passed))
                    .toList();
            var own = falling(random);
            var projection = new EarlierCourses(courses).project(sum(own, 0, passed), Sold::gmv);
            within += isWithin(projection, sum(own, 0, 240)) ? 1 : 0;
        }
        assertThat((double) within / BURSTS).isBetween(0.93, 0.97);
    }

    private static long[] falling(Random random) {
        double scale = Math.exp(random.nextGaussian());
        double half = 60 * Math.exp(0.2 * random.nextGaussian());
        var shape = IntStream.range(0, 240)
                .mapToDouble(minute -> scale * Math.exp(-minute / half))
                .toArray();
        return burst(random, shape, 0.4, 0.5);
    }

    private static EarlierCourse course(long[] minutes, int passed) {
        return new EarlierCourse(
                new Sold(sum(minutes, 0, passed), BigInteger.ZERO), new Sold(sum(minutes, 0, 240), BigInteger.ZERO));
    }

    @Test
    void aPaceIsToldOnceThereAreBlocks() {
        var minutes = new long[240];
        Arrays.fill(minutes, 100);
        assertThat(pace(minutes, 39).unknown())
                .isEqualTo("35 minutes of it make 7 blocks of 5 minutes (expected: at least 8)");
        assertThat(pace(minutes, 40))
                .isEqualTo(new Projection(
                        BigInteger.valueOf(24_000),
                        BigInteger.valueOf(24_000),
                        BigInteger.valueOf(24_000),
                        Basis.PACE,
                        null));
        assertThat(pace(new long[240], 120).unknown()).isEqualTo("nothing was sold in it");
        var days = Pace.of(START, START.plus(Duration.ofDays(9)), START.plus(Duration.ofHours(71)));
        assertThat(days.isKnown()).isFalse();
        assertThat(days.project(BigInteger.ONE, List.of()).unknown())
                .startsWith("2880 minutes of it make 2 blocks of 1440 minutes");
    }

    /** Blocks of 10, 20, 30, 20, 10, 20, 30, 20: mean 20, deviation √(400/7); 8 to come: 160 ± 2.364624 · 7.559289 · √(8 + 8). */
    @Test
    void boundsAreThoseOfBatchMeans() {
        var blocks = LongStream.of(1_000, 2_000, 3_000, 2_000, 1_000, 2_000, 3_000, 2_000)
                .mapToObj(BigInteger::valueOf)
                .toList();
        var projection = new Pace(Duration.ofMinutes(5), 8, 8).project(BigInteger.valueOf(16_000), blocks);
        assertThat(projection.value()).isEqualTo(32_000);
        assertThat(Objects.requireNonNull(projection.lower()).doubleValue()).isCloseTo(32_000 - 7_150, within(2.0));
        assertThat(Objects.requireNonNull(projection.upper()).doubleValue()).isCloseTo(32_000 + 7_150, within(2.0));
    }
}
