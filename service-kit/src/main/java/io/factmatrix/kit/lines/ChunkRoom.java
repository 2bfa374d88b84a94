package io.factmatrix.kit.lines;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The room that all long bodies of a process share for their chunks. A body is several times its chunk in memory, as lines that
 * wait, are sent and are decided; so the more bodies are read at once, the smaller are their chunks. A body is long when it
 * has filled one.
 */
final class ChunkRoom {

    /** 12 MiB: a dozen bodies get whole chunks, fifty a quarter of one. */
    static final ChunkRoom OF_THIS_PROCESS = new ChunkRoom(12 * 1024 * 1024);

    /** Smaller ones would cost more round trips than they save memory. */
    private static final int SMALLEST = 128 * 1024;

    private final int bytes;
    private final AtomicInteger bodies = new AtomicInteger();

    ChunkRoom(int bytes) {
        this.bytes = bytes;
    }

    void enter() {
        bodies.incrementAndGet();
    }

    void leave() {
        bodies.decrementAndGet();
    }

    /** What is left of that size for each. */
    ChunkSize share(ChunkSize whole) {
        int share = Math.max(SMALLEST, bytes / Math.max(1, bodies.get()));
        return share >= whole.bytes()
                ? whole
                : new ChunkSize(Math.max(1, (int) ((long) whole.lines() * share / whole.bytes())), share);
    }
}
