package io.factmatrix.livestream.store;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.Conditions;
import io.factmatrix.kit.store.PostgresResources;
import io.factmatrix.kit.store.Row;
import io.factmatrix.livestream.domain.room.Platform;
import io.factmatrix.livestream.domain.room.Room;
import io.factmatrix.livestream.domain.room.RoomFilter;
import io.factmatrix.livestream.domain.room.RoomId;
import io.factmatrix.livestream.domain.room.RoomProfile;
import io.factmatrix.livestream.domain.room.RoomState;
import io.factmatrix.livestream.domain.room.Rooms;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rooms in PostgreSQL. */
public final class PostgresRooms extends PostgresResources<RoomId, Room> implements Rooms {

    public PostgresRooms(JdbcTemplate jdbc) {
        super(jdbc, "room");
    }

    @Override
    public List<Room> list(MerchantId merchant, RoomFilter filter, @Nullable RoomId before, int limit) {
        var conditions = new Conditions().equal("state", filter.state()).equal("shop", filter.shop());
        return newest(merchant, conditions, before, limit);
    }

    @Override
    protected Map<String, @Nullable Object> columns(Room room) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("name", room.profile().name());
        columns.put("shop", room.profile().shop());
        columns.put("platform", room.profile().platform());
        columns.put("platform_room", room.profile().platformRoom());
        columns.put("state", room.state());
        return columns;
    }

    @Override
    protected Room read(Row row) throws SQLException {
        return new Room(
                new RoomId(row.text("room_id")),
                new RoomProfile(
                        row.text("name"),
                        row.text("shop"),
                        row.word("platform", Platform.class),
                        row.optionalText("platform_room")),
                row.word("state", RoomState.class),
                row.version());
    }
}
