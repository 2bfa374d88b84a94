package io.factmatrix.kit.lines;

/** One event a line; the last line break may be missing. */
final class NdjsonSplitter implements Splitter {

    private final LineBuffer line = new LineBuffer();

    @Override
    public int split(byte[] piece, int from, int to, ChunkBuilder lines) {
        int start = from;
        for (int i = from; i < to; i++) {
            if (piece[i] == '\n') {
                line.append(piece, start, i);
                start = i + 1;
                end(lines);
                if (lines.isFull()) {
                    return start;
                }
            }
        }
        line.append(piece, start, to);
        return to;
    }

    @Override
    public void end(ChunkBuilder lines) {
        var ended = line.end();
        if (ended != null) {
            lines.add(ended);
        }
    }
}
