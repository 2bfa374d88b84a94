package io.factmatrix.deploy.bench.load;

/** Time, as {@link System#nanoTime()} counts it. */
public final class Spent {

    private static final double NANOS = 1e9;

    private Spent() {}

    /** Since then. */
    public static double seconds(long began) {
        return (System.nanoTime() - began) / NANOS;
    }
}
