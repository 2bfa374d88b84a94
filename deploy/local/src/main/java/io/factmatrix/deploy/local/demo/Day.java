package io.factmatrix.deploy.local.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** One day of the merchant: its phase, its weekday and its hours. */
record Day(LocalDate date, Phase phase) {

    /** China knows no summer time. */
    static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

    private static final double[] WEEKDAYS = {0.93, 0.91, 0.94, 0.97, 1.06, 1.22, 1.17};

    /** How the visits of a day spread over its hours. */
    private static final double[] HOURS = {
        0.025, 0.012, 0.006, 0.004, 0.003, 0.005, 0.012, 0.025, 0.038, 0.048, 0.054, 0.053, //
        0.058, 0.050, 0.044, 0.044, 0.044, 0.043, 0.046, 0.060, 0.085, 0.095, 0.085, 0.061
    };

    /** When the burst opens at midnight, people stay up for it. */
    private static final double MIDNIGHT_RUSH = 5;

    static Day of(LocalDate date) {
        return new Day(date, Phase.of(date));
    }

    Day plus(int days) {
        return of(date.plusDays(days));
    }

    /** Days since the epoch: what recurs is counted by it. */
    int number() {
        return Math.toIntExact(date.toEpochDay());
    }

    /** Traffic of this day, of that of an ordinary one. */
    double traffic() {
        return phase.traffic(date) * WEEKDAYS[date.getDayOfWeek().ordinal()];
    }

    double conversion() {
        return phase.conversion(date);
    }

    /** The part of a day's visits that falls in these hours. */
    double part(int hour, int hours) {
        double part = 0;
        for (var h = hour; h < hour + hours; h++) {
            var rush = h < 2 && phase == Phase.BURST && date.equals(phase.from());
            part += HOURS[h] * (rush ? MIDNIGHT_RUSH : 1);
        }
        return part;
    }

    Instant at(int hour) {
        return at(hour, 0);
    }

    Instant at(int hour, int minute) {
        return date.atTime(hour, minute).toInstant(OFFSET);
    }

    Instant end() {
        return plus(1).at(0);
    }

    /** Its name within a touchpoint's. */
    String label() {
        return "%02d%02d".formatted(date.getMonthValue(), date.getDayOfMonth());
    }
}
