package io.factmatrix.deploy.local.mapping.seen;

import java.util.List;

/** Counts rows that are alike. */
public final class Counters {

    private final LongTable counts = new LongTable();

    /** How many there were with these texts, this one included. */
    public long next(List<String> texts) {
        return counts.count(Fingerprint.of(texts));
    }
}
