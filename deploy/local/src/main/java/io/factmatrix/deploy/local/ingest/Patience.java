package io.factmatrix.deploy.local.ingest;

import java.time.Duration;

/**
 * How long a batch is sent again and again.
 *
 * @param first the pause after the first failure; doubled after each
 * @param longest the longest pause, whatever the other side asks for
 * @param whole when to give up
 */
public record Patience(Duration first, Duration longest, Duration whole) {

    /** A service that is started anew is back within it, a machine as well. */
    public static final Patience DEFAULT =
            new Patience(Duration.ofMillis(250), Duration.ofSeconds(15), Duration.ofMinutes(5));

    Duration pause(int failures) {
        var doubled = first.multipliedBy(1L << Math.min(failures - 1, 20));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    Duration bounded(Duration asked) {
        return asked.compareTo(longest) < 0 ? asked : longest;
    }
}
