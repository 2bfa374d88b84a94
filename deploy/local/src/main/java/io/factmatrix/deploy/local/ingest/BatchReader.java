package io.factmatrix.deploy.local.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Lines gathered to bodies of bounded size. */
final class BatchReader {

    /** Large enough that the way there and back does not count, small enough that sending one again costs little. */
    static final int MOST_LINES = 5_000;

    static final int MOST_BYTES = 4 * 1024 * 1024;

    private final LineReader reader;
    private final LongSupplier position;
    private long read;

    BatchReader(LineReader reader, LongSupplier position) {
        this.reader = reader;
        this.position = position;
    }

    /** The next lines; null after the last. */
    @Nullable Batch next() throws IOException {
        var lines = new ArrayList<byte[]>();
        var bytes = 0;
        // The longest line there can be still finds room.
        while (lines.size() < MOST_LINES && bytes < MOST_BYTES - LineReader.LONGEST) {
            var line = reader.next();
            if (line == null) {
                break;
            }
            lines.add(line);
            bytes += line.length + 1;
        }
        var first = read + 1;
        read += lines.size();
        return lines.isEmpty() ? null : new Batch(first, lines, position.getAsLong());
    }
}
