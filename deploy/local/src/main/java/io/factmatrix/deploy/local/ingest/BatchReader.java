package io.factmatrix.deploy.local.ingest;

import java.io.IOException;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Lines gathered to bodies of bounded size. */
final class BatchReader {

    /** Large enough that the way there and back does not count, small enough that sending one again costs little. */
    static final int MOST_LINES = 5_000;

    static final int MOST_BYTES = 4 * 1024 * 1024;

    private final Lines source;

    BatchReader(Lines source) {
        this.source = source;
    }

    /** The next lines; null after the last. */
    @Nullable Batch next() throws IOException {
        var lines = new ArrayList<Line>();
        var unsent = new ArrayList<Rejection>();
        var bytes = 0;
        // The longest line there can be still finds room.
        while (lines.size() + unsent.size() < MOST_LINES && bytes < MOST_BYTES - LineReader.LONGEST) {
            var read = source.next();
            if (read == null) {
                break;
            }
            if (read instanceof Line line) {
                lines.add(line);
                bytes += line.event().length + 1;
            } else if (read instanceof Rejection rejection) {
                unsent.add(rejection);
            }
        }
        return lines.isEmpty() && unsent.isEmpty() ? null : new Batch(lines, unsent, source.position());
    }
}
