package io.factmatrix.kit.lines;

import java.util.List;

/**
 * Some consecutive lines of a body; never empty.
 *
 * @param bytes the sum of their lengths
 */
public record Chunk(List<Line> lines, int bytes) {}
