package io.factmatrix.livestream.domain;

import io.factmatrix.kit.revision.Revision;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A live room of a shop: where sessions are held. */
public record Room(
        RoomId id, RoomProfile profile, RoomState state, Revision revision, Instant createdAt, Instant changedAt) {

    /** A new one, open. */
    public static Room opened(RoomId id, RoomProfile profile, Instant now) {
        return new Room(id, profile, RoomState.OPEN, Revision.FIRST, now, now);
    }

    /** With that profile; the same room when it had it already. */
    public Room with(RoomProfile other, Instant now) {
        return other.equals(profile) ? this : new Room(id, other, state, revision.next(), createdAt, now);
    }

    /** In that state, if it may go there. */
    public Room to(RoomState target, Instant now) {
        RoomState.TRANSITIONS.check(state, target);
        return new Room(id, profile, target, revision.next(), createdAt, now);
    }

    /** What can change of it, as the API calls it. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("name", profile.name());
        members.put("shop", profile.shop());
        members.put("platform", profile.platform());
        members.put("platformRoom", profile.platformRoom());
        members.put("state", state);
        return members;
    }
}
