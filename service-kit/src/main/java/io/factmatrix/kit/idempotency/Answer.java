package io.factmatrix.kit.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * What a write was answered with, byte for byte.
 *
 * @param body JSON
 */
public record Answer(
        int status, @Nullable String etag, @Nullable String location, String body) {}
