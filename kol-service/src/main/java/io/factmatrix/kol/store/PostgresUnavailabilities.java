package io.factmatrix.kol.store;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.Conditions;
import io.factmatrix.kit.store.PostgresResources;
import io.factmatrix.kit.store.Row;
import io.factmatrix.kol.domain.kol.KolId;
import io.factmatrix.kol.domain.kol.Unavailabilities;
import io.factmatrix.kol.domain.kol.Unavailability;
import io.factmatrix.kol.domain.kol.UnavailabilityId;
import io.factmatrix.plan.domain.Span;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Unavailabilities in PostgreSQL. */
public final class PostgresUnavailabilities extends PostgresResources<UnavailabilityId, Unavailability>
        implements Unavailabilities {

    public PostgresUnavailabilities(JdbcTemplate jdbc) {
        super(jdbc, "unavailability");
    }

    @Override
    public List<Unavailability> list(
            MerchantId merchant,
            KolId kol,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable UnavailabilityId before,
            int limit) {
        var conditions =
                new Conditions().equal("kol_id", kol).above("ends_at", from).below("starts_at", to);
        return newest(merchant, conditions, before, limit);
    }

    @Override
    public Optional<Unavailability> within(MerchantId merchant, KolId kol, Span span) {
        var conditions = new Conditions()
                .equal("kol_id", kol)
                .above("ends_at", span.start())
                .below("starts_at", span.end());
        return first(merchant, conditions, "starts_at", 1).stream().findFirst();
    }

    @Override
    public void remove(MerchantId merchant, UnavailabilityId id) {
        jdbc.sql("delete from unavailability where merchant_id = :merchant and unavailability_id = :id")
                .param("merchant", merchant.value())
                .param("id", id.value())
                .update();
    }

    @Override
    protected Map<String, @Nullable Object> columns(Unavailability unavailability) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("kol_id", unavailability.kol());
        columns.put("starts_at", unavailability.span().start());
        columns.put("ends_at", unavailability.span().end());
        columns.put("reason", unavailability.reason());
        return columns;
    }

    @Override
    protected Unavailability read(Row row) throws SQLException {
        return new Unavailability(
                new UnavailabilityId(row.text("unavailability_id")),
                new KolId(row.text("kol_id")),
                new Span(row.instant("starts_at"), row.instant("ends_at")),
                row.optionalText("reason"),
                row.version());
    }
}
