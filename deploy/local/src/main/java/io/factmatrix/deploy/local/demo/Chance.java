package io.factmatrix.deploy.local.demo;

import java.util.List;
import java.util.SplittableRandom;

/** The same luck for the same seed, on every machine and JDK: only arithmetic that is exact by definition. */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** That value, up to a share more or less. */
    double about(double value, double spread) {
        return value * (1 + spread * (2 * random.nextDouble() - 1));
    }

    /** A whole number whose mean over many draws is that value. */
    long count(double mean) {
        var whole = (long) mean;
        return whole + (happens(mean - whole) ? 1 : 0);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** One of a line of so many, the early ones more often. */
    int early(int size) {
        var drawn = random.nextDouble();
        return (int) (size * drawn * drawn);
    }
}
