package io.factmatrix.creator.store;

import io.factmatrix.creator.domain.screening.PlanMembers;
import io.factmatrix.creator.domain.screening.Screening;
import io.factmatrix.creator.domain.screening.ScreeningId;
import io.factmatrix.creator.domain.screening.Screenings;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.Conditions;
import io.factmatrix.kit.store.PostgresResources;
import io.factmatrix.kit.store.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.ObjectMapper;

/** Screenings in PostgreSQL, as the API takes them. */
public final class PostgresScreenings extends PostgresResources<ScreeningId, Screening> implements Screenings {

    private final Json json;

    public PostgresScreenings(JdbcTemplate jdbc, ObjectMapper json) {
        super(jdbc, "screening");
        this.json = new Json(json);
    }

    @Override
    public List<Screening> list(MerchantId merchant, @Nullable ScreeningId before, int limit) {
        return newest(merchant, new Conditions(), before, limit);
    }

    @Override
    protected Map<String, @Nullable Object> columns(Screening screening) {
        return Map.of("plan", json.column(screening.members()));
    }

    @Override
    protected Screening read(Row row) throws SQLException {
        return new Screening(
                new ScreeningId(row.text("screening_id")),
                Json.read(row.text("plan"), PlanMembers::read),
                row.version());
    }
}
