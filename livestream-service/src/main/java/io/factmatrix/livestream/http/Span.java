package io.factmatrix.livestream.http;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import java.time.Duration;
import java.time.Instant;

/**
 * From when to when something is planned.
 *
 * @param end excluded
 */
record Span(Instant start, Instant end) {

    private static final Duration LONGEST = Duration.ofHours(24);

    /** The members {@code start} and {@code end}: at most a day apart. */
    static Span read(Members members) throws Refused {
        var start = members.time("start");
        var end = members.time("end");
        if (!end.isAfter(start) || end.isAfter(start.plus(LONGEST))) {
            throw members.invalid("end", end, "after start, %s, and at most 24 hours".formatted(start));
        }
        return new Span(start, end);
    }
}
