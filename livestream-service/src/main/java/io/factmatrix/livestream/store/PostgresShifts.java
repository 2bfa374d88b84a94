package io.factmatrix.livestream.store;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.Conditions;
import io.factmatrix.kit.store.PostgresResources;
import io.factmatrix.kit.store.Row;
import io.factmatrix.livestream.domain.host.HostId;
import io.factmatrix.livestream.domain.host.Shift;
import io.factmatrix.livestream.domain.host.ShiftFilter;
import io.factmatrix.livestream.domain.host.ShiftId;
import io.factmatrix.livestream.domain.host.ShiftPlan;
import io.factmatrix.livestream.domain.host.ShiftState;
import io.factmatrix.livestream.domain.host.Shifts;
import io.factmatrix.livestream.domain.room.RoomId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Shifts in PostgreSQL. */
public final class PostgresShifts extends PostgresResources<ShiftId, Shift> implements Shifts {

    public PostgresShifts(JdbcTemplate jdbc) {
        super(jdbc, "shift");
    }

    @Override
    public List<Shift> list(MerchantId merchant, ShiftFilter filter, @Nullable ShiftId before, int limit) {
        var conditions = new Conditions()
                .equal("host_id", filter.host())
                .equal("room_id", filter.room())
                .equal("state", filter.state())
                .above("ends_at", filter.from())
                .below("starts_at", filter.to());
        return newest(merchant, conditions, before, limit);
    }

    @Override
    public List<Shift> planned(MerchantId merchant, HostId host, Instant from, Instant to) {
        var conditions = new Conditions()
                .equal("host_id", host)
                .equal("state", ShiftState.PLANNED)
                .above("ends_at", from)
                .below("starts_at", to);
        return all(merchant, conditions);
    }

    @Override
    protected Map<String, @Nullable Object> columns(Shift shift) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("host_id", shift.plan().host());
        columns.put("room_id", shift.plan().room());
        columns.put("starts_at", shift.plan().start());
        columns.put("ends_at", shift.plan().end());
        columns.put("state", shift.state());
        return columns;
    }

    @Override
    protected Shift read(Row row) throws SQLException {
        var plan = new ShiftPlan(
                new HostId(row.text("host_id")),
                new RoomId(row.text("room_id")),
                row.instant("starts_at"),
                row.instant("ends_at"));
        return new Shift(new ShiftId(row.text("shift_id")), plan, row.word("state", ShiftState.class), row.version());
    }
}
