package io.factmatrix.gateway.domain.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which promises are asked for; null asks for nothing.
 *
 * @param from that hold behind it
 * @param to that hold before it
 */
public record PromiseQuestion(
        @Nullable String product,
        @Nullable Instant from,
        @Nullable Instant to) {}
