package io.factmatrix.creator.domain.marginal;

import java.util.Map;

/**
 * How many people some of the creators reach, on the average over all choices of so many: sample-based rarefaction (Mao Tau; Colwell, Mao and Chang 2004). Of N
 * creators, n leave out a person whom k of them reach in C(N − k, n) of C(N, n) choices. It says nothing of more creators than there are.
 *
 * @param creators N
 * @param people by the number of creators who reach them, k
 */
record Accumulation(int creators, Map<Integer, Long> people) {

    double expected(int chosen) {
        int most = people.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        double expected = 0;
        double missed = 1;
        for (int reachedBy = 1; reachedBy <= most; reachedBy++) {
            // C(N − k, n) / C(N, n) is the product of (N − n − j) / (N − j) over j < k.
            missed *= Math.max(0, creators - chosen - (reachedBy - 1)) / (double) (creators - (reachedBy - 1));
            expected += people.getOrDefault(reachedBy, 0L) * (1 - missed);
        }
        return expected;
    }
}
