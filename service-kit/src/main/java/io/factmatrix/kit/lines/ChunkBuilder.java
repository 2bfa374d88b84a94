package io.factmatrix.kit.lines;

import java.util.ArrayList;

/** Collects lines until a chunk of them is full. */
final class ChunkBuilder {

    private final ChunkSize whole;
    private final ChunkRoom room;
    private ArrayList<Line> lines = new ArrayList<>();
    private int bytes;

    ChunkBuilder(ChunkSize whole, ChunkRoom room) {
        this.whole = whole;
        this.room = room;
    }

    void add(Line line) {
        lines.add(line);
        var content = line.bytes();
        bytes += content == null ? 0 : content.length;
    }

    /** No line of the longest kind would fit any more. */
    boolean isFull() {
        var size = room.share(whole);
        return lines.size() >= size.lines() || (bytes > size.bytes() - LineBuffer.LONGEST && !lines.isEmpty());
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    Chunk take() {
        var chunk = new Chunk(lines, bytes);
        lines = new ArrayList<>();
        bytes = 0;
        return chunk;
    }
}
