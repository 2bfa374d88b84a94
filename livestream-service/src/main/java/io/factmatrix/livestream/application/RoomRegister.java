package io.factmatrix.livestream.application;

import io.factmatrix.kit.audit.AuditTrail;
import io.factmatrix.kit.audit.Change;
import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.write.Write;
import io.factmatrix.livestream.domain.Room;
import io.factmatrix.livestream.domain.RoomFilter;
import io.factmatrix.livestream.domain.RoomId;
import io.factmatrix.livestream.domain.RoomProfile;
import io.factmatrix.livestream.domain.RoomState;
import io.factmatrix.livestream.domain.Rooms;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be done with rooms, each inside one transaction of the merchant. */
public final class RoomRegister {

    private static final String ROOM = "room";

    private final Rooms rooms;
    private final NewIds ids;
    private final AuditTrail trail;

    public RoomRegister(Rooms rooms, NewIds ids, AuditTrail trail) {
        this.rooms = rooms;
        this.ids = ids;
        this.trail = trail;
    }

    public Room add(Write write, RoomProfile profile) {
        var room = Room.opened(new RoomId(ids.next(write.at())), profile, write.at());
        rooms.add(write.merchant(), room);
        record(write, Change.of(ROOM, room.id().value(), "created", Map.of(), room.members()));
        return room;
    }

    /** 404 {@code room.unknown}, 412 {@code revision.mismatch}. What changes nothing is no change. */
    public Room change(Write write, RoomId id, RoomProfile profile) {
        var room = held(write, id);
        return replace(write, "changed", room, room.with(profile, write.at()));
    }

    /** 404 {@code room.unknown}, 412 {@code revision.mismatch}, 409 {@code transition.refused}. */
    public Room move(Write write, RoomId id, RoomState to) {
        var room = held(write, id);
        return replace(write, "moved", room, room.to(to, write.at()));
    }

    /** 404 {@code room.unknown}. */
    public Room find(MerchantId merchant, RoomId id) {
        return rooms.find(merchant, id).orElseThrow(id::unknown);
    }

    /** At most so many, the newest first, made before that one. */
    public List<Room> list(MerchantId merchant, RoomFilter filter, @Nullable RoomId before, int limit) {
        return rooms.list(merchant, filter, before, limit);
    }

    private Room held(Write write, RoomId id) {
        var room = rooms.hold(write.merchant(), id).orElseThrow(id::unknown);
        write.expects(room.revision());
        return room;
    }

    private Room replace(Write write, String action, Room before, Room after) {
        if (!after.equals(before)) {
            rooms.replace(write.merchant(), after);
            record(write, Change.of(ROOM, after.id().value(), action, before.members(), after.members()));
        }
        return after;
    }

    private void record(Write write, Change change) {
        trail.add(write.merchant(), write.by(), change);
    }
}
