package io.factmatrix.deploy.local.demo;

import java.time.Duration;
import java.time.Instant;

/**
 * A while at a touchpoint.
 *
 * @param free impressions that the platform recommends, roughly
 * @param paid impressions that are bought, roughly
 */
record Scene(Touchpoint touchpoint, Day day, Instant start, Duration length, double free, double paid) {

    static final Duration QUARTER = Duration.ofMinutes(15);

    static Scene hours(Touchpoint touchpoint, Day day, int hour, int hours, double free, double paid) {
        return new Scene(touchpoint, day, day.at(hour), Duration.ofHours(hours), free, paid);
    }

    static Scene quarter(Touchpoint touchpoint, Day day, int hour, int quarter, double free, double paid) {
        return new Scene(touchpoint, day, day.at(hour).plus(QUARTER.multipliedBy(quarter)), QUARTER, free, paid);
    }

    Kind kind() {
        return touchpoint.kind();
    }

    Instant end() {
        return start.plus(length);
    }
}
