package io.factmatrix.kit.lines;

/**
 * How much is handed on at once, at most.
 *
 * @param lines lines of one chunk
 * @param bytes bytes of one chunk, but always at least one line
 */
public record ChunkSize(int lines, int bytes) {

    /** Large enough to make a round trip and a transaction worth while, small enough to hold a hundred at once. */
    public static final ChunkSize DEFAULT = new ChunkSize(5_000, 1024 * 1024);

    public ChunkSize {
        if (lines < 1 || bytes < 1) {
            throw new IllegalArgumentException("chunk: %d lines, %d bytes (expected: >= 1)".formatted(lines, bytes));
        }
    }
}
