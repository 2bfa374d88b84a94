package io.factmatrix.creator.store;

import io.factmatrix.creator.domain.collaboration.CollaborationId;
import io.factmatrix.creator.domain.collaboration.Participation;
import io.factmatrix.creator.domain.collaboration.ParticipationFilter;
import io.factmatrix.creator.domain.collaboration.ParticipationId;
import io.factmatrix.creator.domain.collaboration.ParticipationPlan;
import io.factmatrix.creator.domain.collaboration.Participations;
import io.factmatrix.creator.domain.collaboration.Sample;
import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectMapper;

/** Participations in PostgreSQL, and beside them a row for each touchpoint, which can be but one participation's. */
public final class PostgresParticipations extends PostgresResources<ParticipationId, Participation>
        implements Participations {

    private final Json json;

    public PostgresParticipations(JdbcTemplate jdbc, ObjectMapper json) {
        super(jdbc, "participation");
        this.json = new Json(json);
    }

    @Override
    public void add(MerchantId merchant, Participation participation) {
        super.add(merchant, participation);
        link(merchant, participation);
    }

    @Override
    public void replace(MerchantId merchant, Participation participation) {
        super.replace(merchant, participation);
        link(merchant, participation);
    }

    /** An insert waits for whoever is linking the same touchpoint; in one order, so that no two wait for each other. */
    private void link(MerchantId merchant, Participation participation) {
        linking(merchant, participation, """
                delete from participation_touchpoint
                where merchant_id = :merchant and participation_id = :participation and not touchpoint = any(:touchpoints)
                """).update();
        linking(merchant, participation, """
                insert into participation_touchpoint (merchant_id, touchpoint, participation_id)
                select :merchant, touchpoint, :participation from unnest(:touchpoints::text[]) as linked (touchpoint)
                order by touchpoint on conflict do nothing
                """).update();
        linking(merchant, participation, """
                select touchpoint, participation_id from participation_touchpoint
                where merchant_id = :merchant and touchpoint = any(:touchpoints) and participation_id <> :participation
                order by touchpoint limit 1
                """)
                .query((row, number) -> linked(row.getString("touchpoint"), row.getString("participation_id")))
                .optional()
                .ifPresent(linked -> {
                    throw linked;
                });
    }

    private JdbcClient.StatementSpec linking(MerchantId merchant, Participation participation, String sql) {
        return jdbc.sql(sql)
                .param("merchant", merchant.value())
                .param("participation", participation.id().value())
                .param("touchpoints", participation.plan().touchpoints().toArray(String[]::new));
    }

    private static ProblemException linked(String touchpoint, String other) {
        return new ProblemException(
                409,
                "touchpoint.linked",
                "touchpoints: %s is linked to %s (expected: content of no other participation)"
                        .formatted(touchpoint, other),
                Map.of("participation", other));
    }

    @Override
    public List<Participation> list(
            MerchantId merchant, ParticipationFilter filter, @Nullable ParticipationId before, int limit) {
        var conditions = new Conditions()
                .equal("collaboration_id", filter.collaboration())
                .equal("creator_id", filter.creator())
                .below("sample_awaited_by", filter.sampleBefore())
                .below("content_awaited_by", filter.contentBefore());
        return newest(merchant, conditions, before, limit);
    }

    @Override
    public Optional<Participation> of(MerchantId merchant, CollaborationId collaboration, CreatorId creator) {
        var conditions =
                new Conditions().equal("collaboration_id", collaboration).equal("creator_id", creator);
        return all(merchant, conditions).stream().findFirst();
    }

    @Override
    public List<CreatorId> creators(MerchantId merchant, CollaborationId collaboration) {
        return jdbc.sql("""
                        select creator_id from participation
                        where merchant_id = :merchant and collaboration_id = :collaboration order by creator_id
                        """)
                .param("merchant", merchant.value())
                .param("collaboration", collaboration.value())
                .query((row, number) -> new CreatorId(row.getString("creator_id")))
                .list();
    }

    @Override
    public Instant now() {
        return jdbc.sql("select now()").query(OffsetDateTime.class).single().toInstant();
    }

    @Override
    protected Map<String, @Nullable Object> columns(Participation participation) {
        var plan = participation.plan();
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("collaboration_id", participation.collaboration());
        columns.put("creator_id", participation.creator());
        columns.put("sample", json.column(plan.sample().members()));
        columns.put("content_due", plan.contentDue());
        columns.put("touchpoints", plan.touchpoints().toArray(String[]::new));
        columns.put("content_linked_at", participation.contentLinkedAt());
        columns.put("sample_awaited_by", participation.sampleAwaitedBy());
        columns.put("content_awaited_by", participation.contentAwaitedBy());
        return columns;
    }

    @Override
    protected Participation read(Row row) throws SQLException {
        return new Participation(
                new ParticipationId(row.text("participation_id")),
                new CollaborationId(row.text("collaboration_id")),
                new CreatorId(row.text("creator_id")),
                new ParticipationPlan(
                        Json.read(row.text("sample"), Sample::read),
                        row.optionalInstant("content_due"),
                        row.texts("touchpoints")),
                row.optionalInstant("content_linked_at"),
                row.version());
    }
}
