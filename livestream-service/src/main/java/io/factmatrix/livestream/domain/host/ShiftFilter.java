package io.factmatrix.livestream.domain.host;

import io.factmatrix.livestream.domain.room.RoomId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which shifts are asked for: null filters nothing.
 *
 * @param from those that end after it
 * @param to those that start before it
 */
public record ShiftFilter(
        @Nullable HostId host,
        @Nullable RoomId room,
        @Nullable ShiftState state,
        @Nullable Instant from,
        @Nullable Instant to) {}
