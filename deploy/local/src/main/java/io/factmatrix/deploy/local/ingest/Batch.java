package io.factmatrix.deploy.local.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Lines that are sent together.
 *
 * @param firstLine the number of the first one in its file
 * @param position how much of the file has been read with the last one
 */
record Batch(long firstLine, List<byte[]> lines, long position) {

    byte[] body() {
        var body = new ByteArrayOutputStream();
        for (var line : lines) {
            body.writeBytes(line);
            body.write('\n');
        }
        return body.toByteArray();
    }

    /** The number in the file of a line that the API numbers from 1. */
    long numberOf(int line) {
        return firstLine + line - 1;
    }

    /** A line that the API numbers from 1. */
    String text(int line) {
        return new String(lines.get(line - 1), StandardCharsets.UTF_8);
    }

    /** What comes after a line that the API numbers from 1. */
    Batch after(int line) {
        return new Batch(firstLine + line, lines.subList(line, lines.size()), position);
    }
}
