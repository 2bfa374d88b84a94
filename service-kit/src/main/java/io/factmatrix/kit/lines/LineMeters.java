package io.factmatrix.kit.lines;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** Counts lines by what became of them, and those that were rejected by why. */
public final class LineMeters {

    private final MeterRegistry meters;
    private final String name;

    /**
     * @param name of the counter of lines
     */
    public LineMeters(MeterRegistry meters, String name) {
        this.meters = meters;
        this.name = name;
        // What has not happened yet is 0, so that the first one is seen to be one more.
        decided(IngestAnswer.NONE);
        rejected("json.invalid", 0);
    }

    /** What became of these lines. */
    public void decided(IngestAnswer answer) {
        count("stored", answer.stored());
        count("duplicate", answer.duplicates());
        count("rejected", answer.rejected());
        count("undecided", answer.undecided());
    }

    private void count(String outcome, int lines) {
        meters.counter(name, "outcome", outcome).increment(lines);
    }

    /** Why these were rejected: all of them, though an answer may list fewer. */
    public void rejected(List<LineError> errors) {
        errors.forEach(error -> rejected(error.code(), 1));
    }

    private void rejected(String code, int lines) {
        meters.counter("fact.ingest.rejections", "code", code).increment(lines);
    }
}
