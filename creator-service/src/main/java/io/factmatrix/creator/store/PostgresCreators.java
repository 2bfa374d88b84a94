package io.factmatrix.creator.store;

import io.factmatrix.creator.domain.creator.Account;
import io.factmatrix.creator.domain.creator.Audience;
import io.factmatrix.creator.domain.creator.Creator;
import io.factmatrix.creator.domain.creator.CreatorFilter;
import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.creator.domain.creator.CreatorProfile;
import io.factmatrix.creator.domain.creator.CreatorState;
import io.factmatrix.creator.domain.creator.Creators;
import io.factmatrix.creator.domain.creator.Past;
import io.factmatrix.creator.domain.creator.Platform;
import io.factmatrix.creator.domain.creator.Prices;
import io.factmatrix.creator.domain.creator.Tier;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.Conditions;
import io.factmatrix.kit.store.PostgresResources;
import io.factmatrix.kit.store.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.ObjectMapper;

/** Creators in PostgreSQL. */
public final class PostgresCreators extends PostgresResources<CreatorId, Creator> implements Creators {

    private final Json json;

    public PostgresCreators(JdbcTemplate jdbc, ObjectMapper json) {
        super(jdbc, "creator");
        this.json = new Json(json);
    }

    @Override
    public List<Creator> list(MerchantId merchant, CreatorFilter filter, @Nullable CreatorId before, int limit) {
        var conditions = new Conditions()
                .equal("tier", filter.tier())
                .equal("platform", filter.platform())
                .equal("state", filter.state())
                .contains("categories", filter.category());
        return newest(merchant, conditions, before, limit);
    }

    @Override
    public List<Creator> active(MerchantId merchant, @Nullable CreatorId after, int limit) {
        var conditions = new Conditions().equal("state", CreatorState.ACTIVE).above("creator_id", after);
        return first(merchant, conditions, "creator_id", limit);
    }

    @Override
    public void holdDirectory(MerchantId merchant) {
        // The row is there for good once it was: an update that changes nothing holds it, whether it was there or not.
        jdbc.sql("""
                        insert into creator_directory (merchant_id) values (:merchant)
                        on conflict (merchant_id) do update set merchant_id = excluded.merchant_id
                        """).param("merchant", merchant.value()).update();
    }

    @Override
    public List<Creator> holdAll(MerchantId merchant, Collection<Account> accounts) {
        var platforms =
                accounts.stream().map(account -> account.platform().word()).toArray(String[]::new);
        var handles = accounts.stream().map(Account::handle).toArray(String[]::new);
        return jdbc.sql("""
                        select * from creator
                        where merchant_id = :merchant
                            and (platform, handle) in (select * from unnest(:platforms::text[], :handles::text[]))
                        order by creator_id for update
                        """)
                .param("merchant", merchant.value())
                .param("platforms", platforms)
                .param("handles", handles)
                .query((ResultSet row, int number) -> read(new Row(row)))
                .list();
    }

    @Override
    protected Map<String, @Nullable Object> columns(Creator creator) {
        var profile = creator.profile();
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("name", profile.name());
        columns.put("platform", profile.account().platform());
        columns.put("handle", profile.account().handle());
        columns.put("tier", profile.tier());
        columns.put("categories", profile.categories().toArray(String[]::new));
        columns.put("prices", json.column(profile.prices().members()));
        columns.put("audience", json.column(profile.audience().members()));
        columns.put("past", json.column(profile.past().members()));
        columns.put("state", creator.state());
        return columns;
    }

    @Override
    protected Creator read(Row row) throws SQLException {
        var profile = new CreatorProfile(
                row.text("name"),
                new Account(row.word("platform", Platform.class), row.text("handle")),
                row.word("tier", Tier.class),
                row.texts("categories"),
                Json.read(row.text("prices"), Prices::read),
                Json.read(row.text("audience"), Audience::read),
                Json.read(row.text("past"), Past::read));
        return new Creator(
                new CreatorId(row.text("creator_id")), profile, row.word("state", CreatorState.class), row.version());
    }
}
