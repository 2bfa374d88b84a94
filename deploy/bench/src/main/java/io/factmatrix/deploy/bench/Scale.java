package io.factmatrix.deploy.bench;

import java.time.Duration;

/**
 * How much is done.
 *
 * @param rounds that count
 * @param warmUps rounds before them that do not
 * @param span of one way of ingest in one round
 * @param merchants that the ingest is divided among
 * @param events that the merchant of the view benchmarks has
 * @param large events of a large request
 * @param small events of a small one
 */
record Scale(
        int rounds,
        int warmUps,
        Duration span,
        int merchants,
        int touchpoints,
        int products,
        long events,
        int large,
        int small) {

    /** What the benchmarks' names say. */
    static final int LARGE = 5_000;

    static final int SMALL = 500;
}
