package io.factmatrix.livestream.domain.room;

import org.jspecify.annotations.Nullable;

/**
 * What the merchant says of a room.
 *
 * @param platformRoom the platform's id of it; null when it is not known
 */
public record RoomProfile(
        String name,
        String shop,
        Platform platform,
        @Nullable String platformRoom) {}
