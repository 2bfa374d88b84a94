/**
 * Exports: rows without an end in sight, as bytes that a reader takes as fast as it likes, and behind them a line that only a
 * whole export has.
 *
 * <p>{@code Export} makes pages of rows buffers, {@code ClosedBytes} counts and sums what it is given, {@code NdjsonRows} and
 * {@code CsvRows} write; {@code WholeExport} is the reader's side.
 */
@NullMarked
package io.factmatrix.kit.export;

import org.jspecify.annotations.NullMarked;
