package io.factmatrix.livestream.domain.session;

import io.factmatrix.livestream.domain.room.RoomId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions are asked for: null filters nothing.
 *
 * @param from those planned to end after it
 * @param to those planned to start before it
 */
public record SessionFilter(
        @Nullable RoomId room,
        @Nullable SessionState state,
        @Nullable String touchpoint,
        @Nullable Instant from,
        @Nullable Instant to) {}
