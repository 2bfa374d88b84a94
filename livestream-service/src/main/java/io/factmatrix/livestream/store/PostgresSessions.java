package io.factmatrix.livestream.store;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.store.Conditions;
import io.factmatrix.kit.store.PostgresResources;
import io.factmatrix.kit.store.Row;
import io.factmatrix.livestream.domain.room.RoomId;
import io.factmatrix.livestream.domain.session.Asset;
import io.factmatrix.livestream.domain.session.Session;
import io.factmatrix.livestream.domain.session.SessionFilter;
import io.factmatrix.livestream.domain.session.SessionId;
import io.factmatrix.livestream.domain.session.SessionPlan;
import io.factmatrix.livestream.domain.session.SessionState;
import io.factmatrix.livestream.domain.session.Sessions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.ObjectMapper;

/** Sessions in PostgreSQL. */
public final class PostgresSessions extends PostgresResources<SessionId, Session> implements Sessions {

    private final Json json;

    public PostgresSessions(JdbcTemplate jdbc, ObjectMapper json) {
        super(jdbc, "session");
        this.json = new Json(json);
    }

    @Override
    protected ProblemException taken(Session session) {
        return new ProblemException(
                409,
                "touchpoint.taken",
                "touchpoint: %s (expected: one that no other session of shop %s has)"
                        .formatted(session.touchpoint(), session.shop()));
    }

    @Override
    public List<Session> list(MerchantId merchant, SessionFilter filter, @Nullable SessionId before, int limit) {
        var conditions = new Conditions()
                .equal("room_id", filter.room())
                .equal("state", filter.state())
                .equal("touchpoint", filter.touchpoint())
                .above("ends_at", filter.from())
                .below("starts_at", filter.to());
        return newest(merchant, conditions, before, limit);
    }

    @Override
    public Optional<Session> holding(MerchantId merchant, RoomId room, Instant start, Instant end, SessionId besides) {
        var conditions =
                new Conditions().equal("room_id", room).above("ends_at", start).below("starts_at", end);
        return all(merchant, conditions).stream()
                .filter(session -> SessionState.HOLDING_ITS_ROOM.contains(session.state()))
                .filter(session -> !session.id().equals(besides))
                .findFirst();
    }

    @Override
    public Optional<Session> onAir(
            MerchantId merchant, RoomId room, Instant start, @Nullable Instant end, SessionId besides) {
        return matching("""
                        room_id = :room and session_id <> :besides and started_at is not null
                            and coalesce(ended_at, 'infinity') > :start
                            and (started_at <= :start or started_at < :end::timestamptz
                                or (ended_at is null and :end::timestamptz is null))
                        order by started_at limit 1
                        """)
                .param("merchant", merchant.value())
                .param("room", room.value())
                .param("besides", besides.value())
                .param("start", start.atOffset(ZoneOffset.UTC))
                .param("end", end == null ? null : end.atOffset(ZoneOffset.UTC))
                .query(this::row)
                .optional();
    }

    @Override
    public List<Session> ended(MerchantId merchant, @Nullable RoomId room, Instant from, Instant to, int most) {
        var conditions = new Conditions()
                .equal("room_id", room)
                .atLeast("ended_at", from)
                .below("ended_at", to);
        return first(merchant, conditions, "ended_at desc", most);
    }

    @Override
    protected Map<String, @Nullable Object> columns(Session session) {
        var plan = session.plan();
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("room_id", plan.room());
        columns.put("title", plan.title());
        columns.put("starts_at", plan.start());
        columns.put("ends_at", plan.end());
        columns.put("shop", session.shop());
        columns.put("touchpoint", session.touchpoint());
        columns.put(
                "assets", json.column(plan.assets().stream().map(Asset::members).toList()));
        columns.put("state", session.state());
        columns.put("started_at", session.startedAt());
        columns.put("ended_at", session.endedAt());
        return columns;
    }

    @Override
    protected Session read(Row row) throws SQLException {
        var id = new SessionId(row.text("session_id"));
        var touchpoint = row.text("touchpoint");
        var plan = new SessionPlan(
                new RoomId(row.text("room_id")),
                row.text("title"),
                row.instant("starts_at"),
                row.instant("ends_at"),
                touchpoint.equals(id.value()) ? null : touchpoint,
                json.assets(row.text("assets")));
        return new Session(
                id,
                plan,
                row.text("shop"),
                row.word("state", SessionState.class),
                row.optionalInstant("started_at"),
                row.optionalInstant("ended_at"),
                row.version());
    }
}
