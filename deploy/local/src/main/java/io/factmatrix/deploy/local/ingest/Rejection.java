package io.factmatrix.deploy.local.ingest;

import org.jspecify.annotations.Nullable;

/**
 * A line of a file that was refused, by the API or before it was sent.
 *
 * @param line its number, as an editor counts
 * @param input as it stood there
 */
public record Rejection(long line, @Nullable String id, String code, String detail, String input)
        implements Lines.Read {}
