package io.factmatrix.creator.store;

import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.creator.domain.outreach.Outreach;
import io.factmatrix.creator.domain.outreach.OutreachFilter;
import io.factmatrix.creator.domain.outreach.OutreachId;
import io.factmatrix.creator.domain.outreach.OutreachMembers;
import io.factmatrix.creator.domain.outreach.OutreachPlan;
import io.factmatrix.creator.domain.outreach.OutreachState;
import io.factmatrix.creator.domain.outreach.Outreaches;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.Conditions;
import io.factmatrix.kit.store.PostgresResources;
import io.factmatrix.kit.store.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.ObjectMapper;

/** Outreaches in PostgreSQL. */
public final class PostgresOutreaches extends PostgresResources<OutreachId, Outreach> implements Outreaches {

    private final Json json;

    public PostgresOutreaches(JdbcTemplate jdbc, ObjectMapper json) {
        super(jdbc, "outreach");
        this.json = new Json(json);
    }

    @Override
    public List<Outreach> list(MerchantId merchant, OutreachFilter filter, @Nullable OutreachId before, int limit) {
        var conditions = new Conditions()
                .equal("creator_id", filter.creator())
                .equal("state", filter.state())
                .equal("owner", filter.owner())
                .below("due_at", filter.dueBefore());
        return newest(merchant, conditions, before, limit);
    }

    @Override
    public Optional<Outreach> open(MerchantId merchant, CreatorId creator) {
        return all(merchant, new Conditions().equal("creator_id", creator)).stream()
                .filter(outreach -> outreach.state().isOpen())
                .findFirst();
    }

    @Override
    public Instant now() {
        return jdbc.sql("select now()").query(OffsetDateTime.class).single().toInstant();
    }

    @Override
    protected Map<String, @Nullable Object> columns(Outreach outreach) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("creator_id", outreach.creator());
        columns.put("owner", outreach.plan().owner());
        columns.put("note", outreach.plan().note());
        columns.put(
                "due",
                json.column(Map.of("due", OutreachMembers.shown(outreach.plan().due()))));
        columns.put("due_at", outreach.dueAt());
        columns.put("state", outreach.state());
        columns.put("state_since", outreach.stateSince());
        return columns;
    }

    @Override
    protected Outreach read(Row row) throws SQLException {
        return new Outreach(
                new OutreachId(row.text("outreach_id")),
                new CreatorId(row.text("creator_id")),
                new OutreachPlan(
                        row.optionalText("owner"),
                        row.optionalText("note"),
                        Json.read(row.text("due"), OutreachMembers::due)),
                row.word("state", OutreachState.class),
                row.instant("state_since"),
                row.version());
    }
}
