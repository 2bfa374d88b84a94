package io.factmatrix.kol.store;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.store.Conditions;
import io.factmatrix.kit.store.PostgresResources;
import io.factmatrix.kit.store.Row;
import io.factmatrix.kol.domain.kol.Kol;
import io.factmatrix.kol.domain.kol.KolFilter;
import io.factmatrix.kol.domain.kol.KolId;
import io.factmatrix.kol.domain.kol.KolProfile;
import io.factmatrix.kol.domain.kol.KolState;
import io.factmatrix.kol.domain.kol.Kols;
import io.factmatrix.kol.domain.kol.Platform;
import io.factmatrix.ledger.domain.event.Money;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.ObjectMapper;

/** KOLs in PostgreSQL. */
public final class PostgresKols extends PostgresResources<KolId, Kol> implements Kols {

    private final Json json;

    public PostgresKols(JdbcTemplate jdbc, ObjectMapper json) {
        super(jdbc, "kol");
        this.json = new Json(json);
    }

    @Override
    protected ProblemException taken(Kol kol) {
        var profile = kol.profile();
        return new ProblemException(
                409,
                "handle.taken",
                "handle: %s (expected: one that no other KOL of %s has)"
                        .formatted(profile.handle(), profile.platform().word()));
    }

    @Override
    public List<Kol> list(MerchantId merchant, KolFilter filter, @Nullable KolId before, int limit) {
        var conditions = new Conditions().equal("state", filter.state()).equal("platform", filter.platform());
        return newest(merchant, conditions, before, limit);
    }

    @Override
    protected Map<String, @Nullable Object> columns(Kol kol) {
        var profile = kol.profile();
        var slotFee = profile.slotFee();
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("name", profile.name());
        columns.put("platform", profile.platform());
        columns.put("handle", profile.handle());
        columns.put("categories", json.column(profile.categories()));
        columns.put("agency", profile.agency());
        columns.put("slot_fee", slotFee == null ? null : slotFee.minor());
        columns.put("slot_fee_currency", slotFee == null ? null : slotFee.currency());
        columns.put("past_figures", json.column(profile.pastFigures().members()));
        columns.put("state", kol.state());
        return columns;
    }

    @Override
    protected Kol read(Row row) throws SQLException {
        var currency = row.optionalText("slot_fee_currency");
        var profile = new KolProfile(
                row.text("name"),
                row.word("platform", Platform.class),
                row.text("handle"),
                json.texts(row.text("categories")),
                row.optionalText("agency"),
                currency == null ? null : new Money(row.number("slot_fee"), currency),
                json.pastFigures(row.text("past_figures")));
        return new Kol(new KolId(row.text("kol_id")), profile, row.word("state", KolState.class), row.version());
    }
}
