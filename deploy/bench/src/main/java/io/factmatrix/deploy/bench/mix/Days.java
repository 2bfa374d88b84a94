package io.factmatrix.deploy.bench.mix;

import java.time.LocalDate;

/** The days that all events fall on: in the past wherever and whenever this runs. */
public final class Days {

    /** A view of all of them is the view that is measured. */
    public static final int COUNT = 90;

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    private Days() {}

    /** The first. */
    public static LocalDate from() {
        return FIRST;
    }

    /** The first that is none of them. */
    public static LocalDate to() {
        return FIRST.plusDays(COUNT);
    }

    static LocalDate of(int day) {
        if (day < 0 || day >= COUNT) {
            throw new IllegalArgumentException("day: %d (expected: 0 to %d)".formatted(day, COUNT - 1));
        }
        return FIRST.plusDays(day);
    }
}
