package io.factmatrix.creator.domain.marginal;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A mean over creators, with bounds at 95%.
 *
 * @param value the mean
 * @param lower the 2.5th percentile of the means of {@value #RESAMPLES} samples of as many creators, drawn with replacement (the percentile bootstrap; Efron
 *     1979)
 * @param upper the 97.5th
 */
record Estimate(double value, double lower, double upper) {

    /** Fewer creators say too little of how they differ. */
    static final int FEWEST = 10;

    private static final int RESAMPLES = 1_000;

    /** Fixed, so that the same creators give the same bounds. */
    private static final long SEED = 618;

    static Estimate mean(double[] values) {
        var random = new SplittableRandom(SEED);
        var means = new double[RESAMPLES];
        for (int sample = 0; sample < RESAMPLES; sample++) {
            double sum = 0;
            for (int drawn = 0; drawn < values.length; drawn++) {
                sum += values[random.nextInt(values.length)];
            }
            means[sample] = sum / values.length;
        }
        Arrays.sort(means);
        double mean = Arrays.stream(values).sum() / values.length;
        return new Estimate(mean, means[RESAMPLES * 25 / 1000], means[RESAMPLES * 975 / 1000 - 1]);
    }
}
