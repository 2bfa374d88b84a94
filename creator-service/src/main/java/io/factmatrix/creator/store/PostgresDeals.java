package io.factmatrix.creator.store;

import io.factmatrix.creator.domain.collaboration.CollaborationId;
import io.factmatrix.creator.domain.collaboration.CollaborationMembers;
import io.factmatrix.creator.domain.collaboration.CollaborationState;
import io.factmatrix.creator.domain.collaboration.CollaborationTerms;
import io.factmatrix.creator.domain.collaboration.ParticipationId;
import io.factmatrix.creator.domain.collaboration.Sample;
import io.factmatrix.creator.domain.commission.Deal;
import io.factmatrix.creator.domain.commission.DealFilter;
import io.factmatrix.creator.domain.commission.Deals;
import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads participations with their collaborations, by one statement, so that all of it is of one moment. */
public final class PostgresDeals implements Deals {

    private final JdbcClient jdbc;

    public PostgresDeals(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public List<Deal> find(MerchantId merchant, DealFilter filter) {
        var binds = new LinkedHashMap<String, Object>();
        var creators = filter.creators();
        if (creators != null) {
            binds.put("creators", creators.stream().map(CreatorId::value).toArray(String[]::new));
        }
        var collaboration = filter.collaboration();
        if (collaboration != null) {
            binds.put("collaboration", collaboration.value());
        }
        var participation = filter.participation();
        if (participation != null) {
            binds.put("participation", participation.value());
        }
        return deals(
                merchant,
                (creators == null ? "" : " and creator_id = any(:creators)")
                        + (collaboration == null ? "" : " and collaboration_id = :collaboration")
                        + (participation == null ? "" : " and participation_id = :participation"),
                binds);
    }

    @Override
    public List<Deal> ofTouchpoints(MerchantId merchant, Collection<String> touchpoints) {
        return deals(merchant, """
                 and participation_id in (
                    select participation_id from participation_touchpoint
                    where merchant_id = :merchant and touchpoint = any(:touchpoints))
                """, Map.of("touchpoints", touchpoints.toArray(String[]::new)));
    }

    private List<Deal> deals(MerchantId merchant, String condition, Map<String, ?> binds) {
        var deals = new ArrayList<Deal>();
        // Many take part in one collaboration: its terms are read once.
        var known = new HashMap<String, CollaborationTerms>();
        jdbc.sql("""
                        select participation_id, creator_id, collaboration_id, touchpoints, content_linked_at, sample, state, terms
                        from participation join collaboration using (merchant_id, collaboration_id)
                        where merchant_id = :merchant%s
                        order by participation_id
                        """.formatted(condition))
                .param("merchant", merchant.value())
                .params(binds)
                .query(row -> {
                    deals.add(deal(new Row(row), known));
                });
        return deals;
    }

    private static Deal deal(Row row, Map<String, CollaborationTerms> known) throws SQLException {
        var collaboration = row.text("collaboration_id");
        var terms = row.text("terms");
        return new Deal(
                new ParticipationId(row.text("participation_id")),
                new CreatorId(row.text("creator_id")),
                new CollaborationId(collaboration),
                row.word("state", CollaborationState.class),
                known.computeIfAbsent(collaboration, first -> Json.read(terms, CollaborationMembers::read)),
                row.texts("touchpoints"),
                Json.read(row.text("sample"), Sample::read).shipped() != null,
                row.optionalInstant("content_linked_at"));
    }

    @Override
    public List<CreatorId> creators(MerchantId merchant, @Nullable CreatorId after, int limit) {
        return jdbc.sql("""
                        select distinct creator_id from participation
                        where merchant_id = :merchant and creator_id > :after order by creator_id limit :limit
                        """)
                .param("merchant", merchant.value())
                .param("after", after == null ? "" : after.value())
                .param("limit", limit)
                .query((row, number) -> new CreatorId(row.getString("creator_id")))
                .list();
    }
}
