package io.factmatrix.deploy.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A live session of every day.
 *
 * @param hour at which it begins
 * @param quarters of an hour that it lasts
 * @param share of the day's live impressions
 */
record LiveSlot(String name, int hour, int quarters, double share) {

    static final List<LiveSlot> ALL = List.of(
            new LiveSlot("morning", 9, 12, 0.19),
            new LiveSlot("afternoon", 14, 12, 0.23),
            new LiveSlot("evening", 19, 20, 0.58));

    /** That of a day. */
    Touchpoint touchpoint(Day day) {
        return Touchpoint.main(Kind.OWN_LIVE, "live-" + day.label() + "-" + name);
    }

    Instant start(Day day) {
        return day.at(hour);
    }

    Instant end(Day day) {
        return start(day).plus(length());
    }

    private Duration length() {
        return Scene.QUARTER.multipliedBy(quarters);
    }
}
