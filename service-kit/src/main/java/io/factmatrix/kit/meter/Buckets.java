package io.factmatrix.kit.meter;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;

/** Upper bounds by which the durations of timers are counted, so that those of many pods can be added. */
final class Buckets {

    private final double[] nanoseconds;

    Buckets(Duration... bounds) {
        nanoseconds = Arrays.stream(bounds).mapToDouble(Duration::toNanos).toArray();
    }

    /** Gives them to the timers of these names. */
    MeterFilter of(Collection<String> names) {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return names.contains(id.getName())
                        ? DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(nanoseconds)
                                .build()
                                .merge(config)
                        : config;
            }
        };
    }
}
