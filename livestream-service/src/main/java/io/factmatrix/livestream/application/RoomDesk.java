package io.factmatrix.livestream.application;

import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.write.Register;
import io.factmatrix.kit.write.Write;
import io.factmatrix.livestream.domain.room.Room;
import io.factmatrix.livestream.domain.room.RoomFilter;
import io.factmatrix.livestream.domain.room.RoomId;
import io.factmatrix.livestream.domain.room.RoomProfile;
import io.factmatrix.livestream.domain.room.RoomState;
import io.factmatrix.livestream.domain.room.Rooms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done with rooms, each inside one transaction of the merchant. */
public final class RoomDesk {

    private final Rooms rooms;
    private final Register<RoomId, Room> register;
    private final NewIds ids;

    public RoomDesk(Rooms rooms, Register<RoomId, Room> register, NewIds ids) {
        this.rooms = rooms;
        this.register = register;
        this.ids = ids;
    }

    public Room add(Write write, RoomProfile profile) {
        return register.add(write, Room.opened(new RoomId(ids.next(write.at())), profile, write.at()));
    }

    /** 404 {@code room.unknown}, 412 {@code revision.mismatch}. */
    public Room change(Write write, RoomId id, RoomProfile profile) {
        return register.change(write, id, "changed", room -> room.with(profile, write.at()));
    }

    /** 404 {@code room.unknown}, 412 {@code revision.mismatch}, 409 {@code transition.refused}. */
    public Room move(Write write, RoomId id, RoomState to) {
        return register.change(write, id, "moved", room -> room.to(to, write.at()));
    }

    /** 404 {@code room.unknown}. */
    public Room find(MerchantId merchant, RoomId id) {
        return register.find(merchant, id);
    }

    /** At most so many, the newest first, made before that one. */
    public List<Room> list(MerchantId merchant, RoomFilter filter, @Nullable RoomId before, int limit) {
        return rooms.list(merchant, filter, before, limit);
    }
}
