package io.factmatrix.deploy.bench;

import io.factmatrix.deploy.bench.result.Comparison;
import java.time.Duration;
import java.util.List;

/** Something measured in rounds. */
interface Measured {

    /**
     * One round.
     *
     * @param counts false to warm up only
     */
    void round(String title, Duration span, boolean counts);

    /** Of the rounds that counted. */
    List<Comparison> comparisons();
}
