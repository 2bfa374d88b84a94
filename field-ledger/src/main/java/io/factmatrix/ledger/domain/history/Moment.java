package io.factmatrix.ledger.domain.history;

import io.factmatrix.ledger.domain.event.Fact;
import io.factmatrix.ledger.domain.event.Field;
import java.time.Instant;
import java.util.Comparator;

/**
 * A place in the history of a merchant, whose events of all fields lie one after the other: by the time of recording, then by field, the
 * weakest first, then by watermark. It stands behind the event that it names.
 *
 * @param recorded in whole milliseconds, as events are recorded
 */
public record Moment(Instant recorded, Field field, long watermark) implements Comparable<Moment> {

    private static final Comparator<Moment> ORDER =
            Comparator.comparing(Moment::recorded).thenComparing(Moment::field).thenComparing(Moment::watermark);

    /** Behind all that had been recorded by then. */
    public static Moment of(Instant recorded) {
        return new Moment(recorded, Field.KOL, Long.MAX_VALUE);
    }

    public static Moment of(Fact fact) {
        return new Moment(fact.recordedAt(), fact.event().field(), fact.watermark());
    }

    /**
     * As {@link #text} has written it.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static Moment parse(String text) {
        var parts = text.split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("moment: %s (expected: milliseconds.field.watermark)".formatted(text));
        }
        return new Moment(
                Instant.ofEpochMilli(Long.parseLong(parts[0])),
                Field.of(parts[1]).orElseThrow(() -> new IllegalArgumentException("field: " + parts[1])),
                Long.parseLong(parts[2]));
    }

    public String text() {
        return recorded.toEpochMilli() + "." + field + "." + watermark;
    }

    /** Just before the event that it names. */
    public Moment before() {
        return new Moment(recorded, field, watermark - 1);
    }

    @Override
    public int compareTo(Moment other) {
        return ORDER.compare(this, other);
    }
}
