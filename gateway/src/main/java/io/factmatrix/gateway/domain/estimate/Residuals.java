package io.factmatrix.gateway.domain.estimate;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Residuals of days, to be drawn again in blocks of a week, so that what hangs together stays together (block bootstrap). The same residuals give the same draws.
 *
 * @see <a href="https://doi.org/10.1214/aos/1176347265">H. R. Künsch, The jackknife and the bootstrap for general stationary observations, 1989</a>
 */
public final class Residuals {

    /** As many draws as bounds at 95% are made of. */
    public static final int DRAWS = 200;

    private static final int BLOCK = 7;
    private static final long SEED = 618;

    private final double[] residuals;
    private final SplittableRandom random = new SplittableRandom(SEED);

    /**
     * With a mean of 0, and as great as they were before coefficients were fitted to them.
     *
     * @param residuals of a week at least, and of more days than coefficients
     * @param fitted how many coefficients
     */
    public Residuals(double[] residuals, int fitted) {
        double mean = Arrays.stream(residuals).average().orElse(0);
        double inflation = Math.sqrt((double) residuals.length / (residuals.length - fitted));
        this.residuals = Arrays.stream(residuals)
                .map(residual -> (residual - mean) * inflation)
                .toArray();
    }

    /** Of so many days. */
    public double[] drawn(int length) {
        var drawn = new double[length];
        int from = 0;
        for (int day = 0; day < length; day++) {
            if (day % BLOCK == 0) {
                from = random.nextInt(residuals.length - BLOCK + 1);
            }
            drawn[day] = residuals[from + day % BLOCK];
        }
        return drawn;
    }
}
