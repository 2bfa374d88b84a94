package io.factmatrix.livestream.domain.session;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.resource.Resources;
import io.factmatrix.livestream.domain.room.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sessions of merchants. {@link #add} and {@link #replace} refuse a touchpoint that another one of the shop has: 409 {@code touchpoint.taken}. */
public interface Sessions extends Resources<SessionId, Session> {

    /**
     * At most so many, the newest first.
     *
     * @param before only those made before that one; null for all
     */
    List<Session> list(MerchantId merchant, SessionFilter filter, @Nullable SessionId before, int limit);

    /** Another one that has the room for some of that time. Nobody else plans one there while the room is held. */
    Optional<Session> holding(MerchantId merchant, RoomId room, Instant start, Instant end, SessionId besides);

    /**
     * At most so many of those that ended from the one moment on and before the other, the latest first.
     *
     * @param room null: in any room
     */
    List<Session> ended(MerchantId merchant, @Nullable RoomId room, Instant from, Instant to, int most);

    /**
     * Another one that was on air in the room in some of that time. Nobody else goes live there while the room is held.
     *
     * @param end null while nobody knows: then at its start, or now
     */
    Optional<Session> onAir(MerchantId merchant, RoomId room, Instant start, @Nullable Instant end, SessionId besides);
}
