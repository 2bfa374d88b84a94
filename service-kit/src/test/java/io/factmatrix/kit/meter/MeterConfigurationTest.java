package io.factmatrix.kit.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MeterConfigurationTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void moreCodesThanThereCanBeAreNotCounted() {
        meters.config().meterFilter(MeterConfiguration.boundOfProblems());

        for (int code = 0; code < 500; code++) {
            meters.counter("fact.problems", "code", "made-up-" + code).increment();
        }
        meters.counter("fact.problems", "code", "made-up-0").increment();

        assertThat(meters.find("fact.problems").counters()).hasSize(300);
        assertThat(meters.counter("fact.problems", "code", "made-up-0").count()).isEqualTo(2);
    }

    @Test
    void theBoundOfAnObjectiveIsThatOfABucketAndOtherTimersHaveNone() {
        meters.config().meterFilter(MeterConfiguration.bucketsOfTimers());

        assertThat(buckets("http.server.requests")).hasSize(11).contains(1e9);
        assertThat(buckets("other")).isEmpty();
    }

    private double[] buckets(String timer) {
        return Arrays.stream(meters.timer(timer).takeSnapshot().histogramCounts())
                .mapToDouble(bucket -> bucket.bucket())
                .toArray();
    }

    @Test
    void transactionsAreNoTimer() {
        meters.config().meterFilter(MeterConfiguration.noTransactions());

        meters.timer("fact.transaction").record(() -> {});

        assertThat(meters.getMeters()).isEmpty();
    }
}
