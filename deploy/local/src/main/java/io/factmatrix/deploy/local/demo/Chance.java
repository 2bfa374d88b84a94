package io.factmatrix.deploy.local.demo;

import java.util.List;
import java.util.SplittableRandom;

/** The same luck for the same seed, on every machine and JDK: one fixed sequence, and only arithmetic that is exact by definition. */
final class Chance {

    /** Of its methods only {@code nextLong} is used: how the others draw from it may change between JDKs. */
    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** From 0 to less than 1. */
    double share() {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }

    boolean happens(double probability) {
        return share() < probability;
    }

    int below(int bound) {
        return (int) (share() * bound);
    }

    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** That value, up to a share more or less. */
    double about(double value, double spread) {
        return value * (1 + spread * (2 * share() - 1));
    }

    /** A whole number whose mean over many draws is that value. */
    long count(double mean) {
        var whole = (long) mean;
        return whole + (happens(mean - whole) ? 1 : 0);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** One of a row of so many, the early ones more often. */
    int early(int size) {
        var drawn = share();
        return (int) (size * drawn * drawn);
    }
}
