package io.factmatrix.deploy.local.mapping.seen;

import java.util.List;

/** Counts rows that are alike, each once however often it is asked for. */
public final class Counters {

    private final LongTable counts = new LongTable();

    private long row;
    private long count;

    /**
     * How many there were with these texts, this one included.
     *
     * @param number of the row; rows come one after the other
     */
    public long of(long number, List<String> texts) {
        if (number != row) {
            row = number;
            count = counts.count(Fingerprint.of(texts));
        }
        return count;
    }
}
