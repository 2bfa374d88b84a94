package io.factmatrix.kit.lines;

import io.factmatrix.kit.problem.ProblemException;

/** Finds the lines in a body that comes in pieces, cut anywhere. */
interface Splitter {

    /**
     * Reads on until a chunk is full or the piece is used up.
     *
     * @return the position behind the last byte used
     * @throws ProblemException when the body breaks here; the lines before are in the chunk
     */
    int split(byte[] piece, int from, int to, ChunkBuilder lines);

    /** The body ends here. */
    void end(ChunkBuilder lines);
}
