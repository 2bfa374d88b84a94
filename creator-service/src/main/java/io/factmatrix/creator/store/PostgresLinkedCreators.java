package io.factmatrix.creator.store;

import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.creator.domain.creator.Tier;
import io.factmatrix.creator.domain.marginal.LinkedCreator;
import io.factmatrix.creator.domain.marginal.LinkedCreators;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.Row;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads creators with their content, all of them by one statement. */
public final class PostgresLinkedCreators implements LinkedCreators {

    private final JdbcClient jdbc;

    public PostgresLinkedCreators(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public List<LinkedCreator> find(MerchantId merchant) {
        return jdbc.sql("""
                        select creator_id, tier, min(content_linked_at) as since, array_agg(touchpoint) as touchpoints
                        from participation_touchpoint
                            join participation using (merchant_id, participation_id)
                            join creator using (merchant_id, creator_id)
                        where merchant_id = :merchant
                        group by creator_id, tier order by since, creator_id
                        """)
                .param("merchant", merchant.value())
                .query((row, number) -> creator(new Row(row)))
                .list();
    }

    private static LinkedCreator creator(Row row) throws SQLException {
        return new LinkedCreator(
                new CreatorId(row.text("creator_id")),
                row.word("tier", Tier.class),
                row.instant("since"),
                row.texts("touchpoints"));
    }
}
