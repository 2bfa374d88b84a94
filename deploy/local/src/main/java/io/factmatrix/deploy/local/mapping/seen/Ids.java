package io.factmatrix.deploy.local.mapping.seen;

import java.util.OptionalLong;

/** The ids that were given in a file: to a field and an id belongs what told it first. */
public final class Ids {

    private final LongTable counts = new LongTable();
    private final LongTable rows = new LongTable();
    private final LongTable contents = new LongTable();

    /** How often this one was asked for, this time included. */
    public long count(String field, String id) {
        return counts.count(Fingerprint.of(field, id));
    }

    /** The row that has it already; else this one has it now. */
    public OptionalLong firstRow(String field, String id, long row) {
        return first(rows, Fingerprint.of(field, id), row);
    }

    /** The fingerprint of what has it already; else this has it now. */
    public OptionalLong firstContent(String field, String id, long content) {
        return first(contents, Fingerprint.of(field, id), content);
    }

    private static OptionalLong first(LongTable table, long key, long value) {
        var first = table.get(key);
        if (first.isEmpty()) {
            table.put(key, value);
        }
        return first;
    }
}
