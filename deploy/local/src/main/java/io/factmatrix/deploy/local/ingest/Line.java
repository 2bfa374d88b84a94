package io.factmatrix.deploy.local.ingest;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One event as it is sent. */
public final class Line implements Lines.Read {

    private final long number;
    private final byte[] event;
    private final @Nullable String row;

    /** An event that stands in the file itself. */
    Line(long number, byte[] event) {
        this(number, event, null);
    }

    /**
     * @param number where it stands in its file, as an editor counts
     * @param row what it was made of; null when the event itself stands in the file
     */
    private Line(long number, byte[] event, @Nullable String row) {
        this.number = number;
        this.event = event;
        this.row = row;
    }

    /** An event that was made of that row. */
    public static Line ofRow(long number, String event, String row) {
        return new Line(number, event.getBytes(StandardCharsets.UTF_8), row);
    }

    long number() {
        return number;
    }

    byte[] event() {
        return event;
    }

    /** As it stands in the file. */
    String input() {
        return row == null ? new String(event, StandardCharsets.UTF_8) : row;
    }
}
