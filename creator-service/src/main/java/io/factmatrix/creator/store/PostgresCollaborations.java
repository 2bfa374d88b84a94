package io.factmatrix.creator.store;

import io.factmatrix.creator.domain.collaboration.Collaboration;
import io.factmatrix.creator.domain.collaboration.CollaborationFilter;
import io.factmatrix.creator.domain.collaboration.CollaborationId;
import io.factmatrix.creator.domain.collaboration.CollaborationMembers;
import io.factmatrix.creator.domain.collaboration.CollaborationState;
import io.factmatrix.creator.domain.collaboration.Collaborations;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.Conditions;
import io.factmatrix.kit.store.PostgresResources;
import io.factmatrix.kit.store.Row;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.ObjectMapper;

/** Collaborations in PostgreSQL. */
public final class PostgresCollaborations extends PostgresResources<CollaborationId, Collaboration>
        implements Collaborations {

    private final Json json;

    public PostgresCollaborations(JdbcTemplate jdbc, ObjectMapper json) {
        super(jdbc, "collaboration");
        this.json = new Json(json);
    }

    @Override
    public List<Collaboration> list(
            MerchantId merchant, CollaborationFilter filter, @Nullable CollaborationId before, int limit) {
        var conditions = new Conditions().equal("kind", filter.kind()).equal("state", filter.state());
        return newest(merchant, conditions, before, limit);
    }

    @Override
    protected Map<String, @Nullable Object> columns(Collaboration collaboration) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("kind", collaboration.terms().kind());
        columns.put("terms", json.column(collaboration.terms().members()));
        columns.put("state", collaboration.state());
        return columns;
    }

    @Override
    protected Collaboration read(Row row) throws SQLException {
        return new Collaboration(
                new CollaborationId(row.text("collaboration_id")),
                Json.read(row.text("terms"), CollaborationMembers::read),
                row.word("state", CollaborationState.class),
                row.version());
    }
}
