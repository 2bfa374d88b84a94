package io.factmatrix.livestream.store;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.Conditions;
import io.factmatrix.kit.store.PostgresResources;
import io.factmatrix.kit.store.Row;
import io.factmatrix.livestream.domain.host.Host;
import io.factmatrix.livestream.domain.host.HostId;
import io.factmatrix.livestream.domain.host.HostProfile;
import io.factmatrix.livestream.domain.host.HostState;
import io.factmatrix.livestream.domain.host.Hosts;
import io.factmatrix.livestream.domain.host.WorkingTime;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Hosts in PostgreSQL. */
public final class PostgresHosts extends PostgresResources<HostId, Host> implements Hosts {

    public PostgresHosts(JdbcTemplate jdbc) {
        super(jdbc, "host");
    }

    @Override
    public List<Host> list(MerchantId merchant, @Nullable HostState state, @Nullable HostId before, int limit) {
        return newest(merchant, new Conditions().equal("state", state), before, limit);
    }

    @Override
    protected Map<String, @Nullable Object> columns(Host host) {
        var workingTime = host.profile().workingTime();
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("name", host.profile().name());
        columns.put("zone", host.profile().zone().getId());
        columns.put("minutes_per_shift", workingTime.minutesPerShift());
        columns.put("minutes_per_day", workingTime.minutesPerDay());
        columns.put("minutes_per_week", workingTime.minutesPerWeek());
        columns.put("break_minutes", workingTime.breakMinutes());
        columns.put("state", host.state());
        return columns;
    }

    @Override
    protected Host read(Row row) throws SQLException {
        var workingTime = new WorkingTime(
                row.number("minutes_per_shift"),
                row.number("minutes_per_day"),
                row.number("minutes_per_week"),
                row.number("break_minutes"));
        return new Host(
                new HostId(row.text("host_id")),
                new HostProfile(row.text("name"), ZoneId.of(row.text("zone")), workingTime),
                row.word("state", HostState.class),
                row.version());
    }
}
