/**
 * The lines of an ingest body, streamed: bytes are inflated, cut into lines and handed on in bounded chunks, in memory that
 * does not grow with the body; and the answer that counts what became of each line.
 */
@NullMarked
package io.factmatrix.kit.lines;

import org.jspecify.annotations.NullMarked;
