package io.factmatrix.campaign.domain.pacing;

import io.factmatrix.campaign.domain.pacing.Projection.Basis;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * What a phase comes to if it goes on as it went: by batch means. What has passed is cut into k blocks of one length, long enough to be almost independent of each other; m more are to come. They are
 * expected to bring m · x̄, ± t(k − 1) · s · √(m + m²/k): the noise of those to come, and that of the mean.
 *
 * @param length of a block
 * @param number of whole blocks that have passed: the last ones, up to now
 * @param left what is to come, in such blocks
 */
public record Pace(Duration length, int number, double left) {

    /** Sales within less hang together. */
    private static final Duration SHORTEST = Duration.ofMinutes(5);

    private static final Duration DAY = Duration.ofDays(1);

    /** Enough to know the variance by. More would be shorter, and hang together more. */
    private static final int LEAST = 8;

    /** Of days, which are the least that is like the next. */
    private static final int LEAST_DAYS = 3;

    /** Of a phase; one of more than a day goes up and down with the hours, so that only whole days tell of it. */
    public static Pace of(Instant start, Instant end, Instant now) {
        var passed = Duration.between(start, now);
        var length = length(Duration.between(start, end), passed);
        double left = (double) Duration.between(now, end).toMillis() / length.toMillis();
        return new Pace(length, (int) passed.dividedBy(length), left);
    }

    private static Duration length(Duration whole, Duration passed) {
        if (whole.compareTo(DAY) > 0) {
            return DAY;
        }
        var length = passed.dividedBy(LEAST).truncatedTo(ChronoUnit.MINUTES);
        return length.compareTo(SHORTEST) < 0 ? SHORTEST : length;
    }

    /** Whether enough has passed. */
    public boolean isKnown() {
        return number >= least();
    }

    private int least() {
        return length.equals(DAY) ? LEAST_DAYS : LEAST;
    }

    /** Where the first of the blocks begins. */
    public Instant from(Instant now) {
        return now.minus(length.multipliedBy(number));
    }

    /**
     * What the phase comes to.
     *
     * @param actual of the phase until now
     * @param blocks what each of them sold
     */
    Projection project(BigInteger actual, List<BigInteger> blocks) {
        if (!isKnown()) {
            return Projection.unknown("%d minutes of it make %d blocks of %d minutes (expected: at least %d)"
                    .formatted(length.multipliedBy(number).toMinutes(), number, length.toMinutes(), least()));
        }
        if (actual.signum() == 0) {
            return Projection.unknown("nothing was sold in it");
        }
        var statistics = new SummaryStatistics();
        blocks.forEach(block -> statistics.addValue(block.doubleValue()));
        double middle = actual.doubleValue() + left * statistics.getMean();
        double width = Projection.student(number - 1)
                * statistics.getStandardDeviation()
                * Math.sqrt(left + left * left / number);
        return Projection.estimated(actual, middle, middle - width, middle + width, Basis.PACE);
    }
}
