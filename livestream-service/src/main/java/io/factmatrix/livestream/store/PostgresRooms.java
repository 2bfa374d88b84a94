package io.factmatrix.livestream.store;

import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.revision.Revision;
import io.factmatrix.livestream.domain.Platform;
import io.factmatrix.livestream.domain.Room;
import io.factmatrix.livestream.domain.RoomFilter;
import io.factmatrix.livestream.domain.RoomId;
import io.factmatrix.livestream.domain.RoomProfile;
import io.factmatrix.livestream.domain.RoomState;
import io.factmatrix.livestream.domain.Rooms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rooms in PostgreSQL. */
public final class PostgresRooms implements Rooms {

    private final JdbcClient jdbc;

    public PostgresRooms(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public Optional<Room> find(MerchantId merchant, RoomId id) {
        return jdbc.sql("select * from room where merchant_id = :merchant and room_id = :room")
                .param("merchant", merchant.value())
                .param("room", id.value())
                .query(PostgresRooms::room)
                .optional();
    }

    @Override
    public Optional<Room> hold(MerchantId merchant, RoomId id) {
        return jdbc.sql("select * from room where merchant_id = :merchant and room_id = :room for update")
                .param("merchant", merchant.value())
                .param("room", id.value())
                .query(PostgresRooms::room)
                .optional();
    }

    @Override
    public List<Room> list(MerchantId merchant, RoomFilter filter, @Nullable RoomId before, int limit) {
        return jdbc.sql("""
                        select * from room where merchant_id = :merchant
                            and (:before::text is null or room_id < :before)
                            and (:state::text is null or state = :state)
                            and (:shop::text is null or shop = :shop)
                        order by room_id desc limit :limit
                        """)
                .param("merchant", merchant.value())
                .param("before", before == null ? null : before.value())
                .param("state", filter.state() == null ? null : filter.state().word())
                .param("shop", filter.shop())
                .param("limit", limit)
                .query(PostgresRooms::room)
                .list();
    }

    @Override
    public void add(MerchantId merchant, Room room) {
        bound(merchant, room, """
                insert into room (merchant_id, room_id, name, shop, platform, platform_room, state, revision, created_at, changed_at)
                values (:merchant, :room, :name, :shop, :platform, :platformRoom, :state, :revision, :createdAt, :changedAt)
                """).update();
    }

    @Override
    public void replace(MerchantId merchant, Room room) {
        bound(merchant, room, """
                update room set name = :name, shop = :shop, platform = :platform, platform_room = :platformRoom,
                    state = :state, revision = :revision, created_at = :createdAt, changed_at = :changedAt
                where merchant_id = :merchant and room_id = :room
                """).update();
    }

    private JdbcClient.StatementSpec bound(MerchantId merchant, Room room, String sql) {
        return jdbc.sql(sql)
                .param("merchant", merchant.value())
                .param("room", room.id().value())
                .param("name", room.profile().name())
                .param("shop", room.profile().shop())
                .param("platform", room.profile().platform().word())
                .param("platformRoom", room.profile().platformRoom())
                .param("state", room.state().word())
                .param("revision", room.revision().number())
                .param("createdAt", room.createdAt().atOffset(ZoneOffset.UTC))
                .param("changedAt", room.changedAt().atOffset(ZoneOffset.UTC));
    }

    private static Room room(ResultSet row, int number) throws SQLException {
        return new Room(
                new RoomId(row.getString("room_id")),
                new RoomProfile(
                        row.getString("name"),
                        row.getString("shop"),
                        Word.of(Platform.class, row.getString("platform")).orElseThrow(),
                        row.getString("platform_room")),
                Word.of(RoomState.class, row.getString("state")).orElseThrow(),
                new Revision(row.getLong("revision")),
                instant(row, "created_at"),
                instant(row, "changed_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
