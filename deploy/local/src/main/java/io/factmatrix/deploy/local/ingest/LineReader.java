package io.factmatrix.deploy.local.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream, in constant memory: of a line without an end only its beginning is kept, one byte more than the
 * API takes, so that it is refused there under its own number and code.
 */
final class LineReader {

    static final int LONGEST = 16 * 1024;

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int position;
    private int end;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** The next line without its end; null after the last one. */
    byte @Nullable [] next() throws IOException {
        line.reset();
        if (position == end && !fill()) {
            return null;
        }
        do {
            var newline = newline();
            append(newline);
            position = Math.min(newline + 1, end);
            if (newline < end) {
                break;
            }
        } while (fill());
        return line.toByteArray();
    }

    private int newline() {
        var at = position;
        while (at < end && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    private void append(int to) {
        var room = LONGEST + 1 - line.size();
        line.write(buffer, position, Math.min(to - position, room));
    }

    private boolean fill() throws IOException {
        position = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
