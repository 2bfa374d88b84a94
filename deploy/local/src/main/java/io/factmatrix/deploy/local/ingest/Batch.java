package io.factmatrix.deploy.local.ingest;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * Lines that are sent together.
 *
 * @param unsent what lay between them and could not be sent
 * @param position how much of the file has been read with the last one
 */
record Batch(List<Line> lines, List<Rejection> unsent, long position) {

    byte[] body() {
        var body = new ByteArrayOutputStream();
        for (var line : lines) {
            body.writeBytes(line.event());
            body.write('\n');
        }
        return body.toByteArray();
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** The number in the file of the first line. */
    long firstNumber() {
        return lines.get(0).number();
    }

    /** A line that the API numbers from 1. */
    Line line(int line) {
        return lines.get(line - 1);
    }

    /** What comes after a line that the API numbers from 1. */
    Batch after(int line) {
        return new Batch(lines.subList(line, lines.size()), List.of(), position);
    }
}
