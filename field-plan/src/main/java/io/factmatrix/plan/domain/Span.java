package io.factmatrix.plan.domain;

import java.time.Instant;

/**
 * A piece of time.
 *
 * @param end excluded
 */
public record Span(Instant start, Instant end) {

    public boolean overlaps(Span other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /** What both have; to be asked of such as overlap. */
    Span shared(Span other) {
        return new Span(start.isAfter(other.start) ? start : other.start, end.isBefore(other.end) ? end : other.end);
    }

    /** From the earlier of the starts to the later of the ends. */
    public Span hull(Span other) {
        return new Span(start.isBefore(other.start) ? start : other.start, end.isAfter(other.end) ? end : other.end);
    }

    @Override
    public String toString() {
        return "%s to %s".formatted(start, end);
    }
}
