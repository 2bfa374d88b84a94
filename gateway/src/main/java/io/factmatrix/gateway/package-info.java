/**
 * The front door.
 *
 * <p>An ingest: {@code http.IngestController} → {@code application.Ingest}, each line by {@code domain.LineRouter} to its service
 * → {@code fields.HttpFieldLedgers}. A view: {@code http.OperatingViewController} → {@code application.OperatingViews} → the same
 * → {@code domain.OperatingView}, each figure a line of {@code domain.Metrics}.
 */
@NullMarked
package io.factmatrix.gateway;

import org.jspecify.annotations.NullMarked;
