package io.factmatrix.livestream.domain.session;

import io.factmatrix.livestream.domain.room.RoomId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the merchant says of a session.
 *
 * @param end of the time it is planned for, excluded
 * @param touchpoint by which its events call it; null: by its id
 */
public record SessionPlan(
        RoomId room,
        String title,
        Instant start,
        Instant end,
        @Nullable String touchpoint,
        List<Asset> assets) {

    public SessionPlan {
        assets = List.copyOf(assets);
    }
}
