package io.factmatrix.livestream.domain.room;

import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.revision.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A live room of a shop: where sessions are held. */
public record Room(RoomId id, RoomProfile profile, RoomState state, Version version) implements Resource<RoomId> {

    /** A new one, open. */
    public static Room opened(RoomId id, RoomProfile profile, Instant now) {
        return new Room(id, profile, RoomState.OPEN, Version.first(now));
    }

    /** With that profile; the same room when it had it already. */
    public Room with(RoomProfile other, Instant now) {
        return other.equals(profile) ? this : new Room(id, other, state, version.next(now));
    }

    /** In that state, if it may go there. */
    public Room to(RoomState target, Instant now) {
        RoomState.TRANSITIONS.check(state, target);
        return new Room(id, profile, target, version.next(now));
    }

    /** 409 {@code room.closed} when nothing is to be planned in it. */
    public void requireOpen() {
        if (state != RoomState.OPEN) {
            throw new ProblemException(409, "room.closed", "room: %s is closed (expected: an open one)".formatted(id));
        }
    }

    @Override
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
