package io.factmatrix.gateway.domain.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When what was not delivered is tried again: by the schedule that Standard Webhooks recommends, ten attempts within 75 hours and a half. Each wait is longer by up to a tenth,
 * by chance, so that what failed together does not come again together.
 */
public final class Backoff {

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private static final Duration LONGEST = WAITS.get(WAITS.size() - 1);

    private static final double JITTER = 0.1;

    private final RandomGenerator random;

    public Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** For how long a receiver that asks for so long is left alone: a day at most, or it would never be known whether it is back. */
    public static Duration spared(Duration asked) {
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    /**
     * How long to wait; empty when it is not tried again.
     *
     * @param failures attempts that failed, one after the other
     */
    public Optional<Duration> after(int failures) {
        if (failures > WAITS.size()) {
            return Optional.empty();
        }
        var wait = WAITS.get(failures - 1);
        return Optional.of(wait.plusMillis((long) (wait.toMillis() * JITTER * random.nextDouble())));
    }
}
