package io.factmatrix.livestream.domain.room;

import org.jspecify.annotations.Nullable;

/** Which rooms are asked for: null filters nothing. */
public record RoomFilter(
        @Nullable RoomState state, @Nullable String shop) {}
