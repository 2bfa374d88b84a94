package io.factmatrix.kit.lines;

import io.factmatrix.kit.problem.ProblemException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The state of one body that is being read. Chunks are made only as they are asked for; a problem is thrown behind the chunk
 * of the lines before it. Closed from another thread, it ends quietly.
 */
final class ChunkReader implements AutoCloseable {

    /** Told apart by identity: the piece behind the last one. */
    static final byte[] END = {};

    /** The same of a body that breaks off. */
    private static final byte[] BREAK = {};

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final int INFLATED = 32 * 1024;

    private final long longestBody;
    private final Splitter splitter;
    private final @Nullable Gunzip gunzip;
    private final ChunkRoom room;
    private final ChunkBuilder lines;
    private final byte[] inflated;

    private byte[] bytes = END;
    private int position;
    private int limit;
    private long compressed;
    private long total;
    private int marked;
    private boolean ending;
    private boolean closed;
    private boolean isLong;
    private @Nullable ProblemException cause;
    private @Nullable ProblemException problem;

    ChunkReader(long longestBody, Splitter splitter, @Nullable Gunzip gunzip, ChunkSize size, ChunkRoom room) {
        this.longestBody = longestBody;
        this.splitter = splitter;
        this.gunzip = gunzip;
        this.room = room;
        this.lines = new ChunkBuilder(size, room);
        this.inflated = new byte[gunzip == null ? 0 : INFLATED];
    }

    /** The chunks that are whole with this piece, lazily: to be used up before the next piece is given. */
    synchronized Iterable<Chunk> chunks(byte[] piece) {
        if (piece == END) {
            ending = true;
        } else if (piece == BREAK) {
            problem = cause;
        } else {
            feed(piece);
        }
        return Chunks::new;
    }

    /** The last piece of a body that breaks off with that problem; the lines of the pieces before it are still read. */
    synchronized byte[] brokenOff(ProblemException why) {
        cause = why;
        return BREAK;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (isLong) {
            isLong = false;
            room.leave();
        }
        if (gunzip != null) {
            gunzip.close();
        }
    }

    private void feed(byte[] piece) {
        compressed += piece.length;
        if (gunzip != null) {
            gunzip.feed(piece);
        } else {
            bytes = piece;
            position = 0;
            limit = piece.length;
            total += piece.length;
        }
    }

    private synchronized @Nullable Chunk next() {
        if (problem != null) {
            if (closed || lines.isEmpty()) {
                throw problem;
            }
            return lines.take();
        }
        try {
            return read();
        } catch (ProblemException e) {
            if (lines.isEmpty()) {
                throw e;
            }
            problem = e;
            return lines.take();
        }
    }

    private @Nullable Chunk read() {
        while (!closed) {
            if (Math.max(total, compressed) > longestBody) {
                throw ProblemException.bodyTooLong(longestBody);
            }
            if (position < limit) {
                split();
                if (lines.isFull()) {
                    takeRoom();
                    return lines.take();
                }
            } else if (!inflate()) {
                return ending ? last() : null;
            }
        }
        return null;
    }

    private void takeRoom() {
        if (!isLong) {
            isLong = true;
            room.enter();
        }
    }

    private boolean inflate() {
        if (gunzip == null || ending) {
            return false;
        }
        bytes = inflated;
        position = 0;
        limit = gunzip.read(inflated);
        total += limit;
        return limit > 0;
    }

    private void split() {
        while (marked < BYTE_ORDER_MARK.length && position < limit) {
            if (bytes[position] != BYTE_ORDER_MARK[marked]) {
                withoutMark();
                break;
            }
            marked++;
            position++;
        }
        position = splitter.split(bytes, position, limit, lines);
    }

    /** What began like a byte order mark was none. */
    private void withoutMark() {
        int begun = marked;
        marked = BYTE_ORDER_MARK.length;
        splitter.split(BYTE_ORDER_MARK, 0, begun, lines);
    }

    private @Nullable Chunk last() {
        if (gunzip != null) {
            gunzip.end();
        }
        if (marked < BYTE_ORDER_MARK.length) {
            withoutMark();
        }
        splitter.end(lines);
        closed = true;
        return lines.isEmpty() ? null : lines.take();
    }

    private final class Chunks implements Iterator<Chunk> {

        private @Nullable Chunk ahead;

        @Override
        public boolean hasNext() {
            if (ahead == null) {
                ahead = ChunkReader.this.next();
            }
            return ahead != null;
        }

        @Override
        public Chunk next() {
            if (!hasNext() || ahead == null) {
                throw new NoSuchElementException();
            }
            var next = ahead;
            ahead = null;
            return next;
        }
    }
}
