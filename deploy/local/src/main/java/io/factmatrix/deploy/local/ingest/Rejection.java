package io.factmatrix.deploy.local.ingest;

import org.jspecify.annotations.Nullable;

/** A line of a file that was refused, and as it stood there. */
record Rejection(long line, @Nullable String id, String code, String detail, String input) {}
