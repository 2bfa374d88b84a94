package io.factmatrix.kit.audit;

import io.factmatrix.kit.merchant.Actor;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Who changed what. To be used inside the transaction of the change. */
public final class AuditTrail {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    public AuditTrail(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = JdbcClient.create(jdbc);
        this.json = json;
    }

    /**
     * Records a change. To be called last: from here to the end of the transaction nobody else records for the merchant, which is why positions have no
     * gap. 400 when a value holds what no store keeps.
     */
    public void add(MerchantId merchant, Actor by, Change change) {
        var changes = json.valueToTree(change.differences());
        change.differences().forEach(difference -> {
            requireKeepable(difference.name(), json.valueToTree(difference.from()));
            requireKeepable(difference.name(), json.valueToTree(difference.to()));
        });
        requireKeepable("subject", json.valueToTree(by.subject()));
        requireKeepable("roles", json.valueToTree(by.roles()));
        jdbc.sql("""
                        with next as (
                            insert into audit_trail as trail (merchant_id, position, recorded_at)
                            values (:merchant, 1, date_trunc('milliseconds', clock_timestamp()))
                            on conflict (merchant_id) do update set
                                position = trail.position + 1,
                                recorded_at = greatest(
                                    date_trunc('milliseconds', clock_timestamp()), trail.recorded_at + interval '1 ms')
                            returning merchant_id, position, recorded_at)
                        insert into audit_entry
                            (merchant_id, position, recorded_at, subject, roles, resource, resource_id, action, changes)
                        select merchant_id, position, recorded_at, :subject, :roles::json, :resource, :id, :action, :changes::json
                        from next
                        """)
                .param("merchant", merchant.value())
                .param("subject", by.subject())
                .param("roles", json.writeValueAsString(by.roles()))
                .param("resource", change.resource())
                .param("id", change.id())
                .param("action", change.action())
                .param("changes", json.writeValueAsString(changes))
                .update();
    }

    /** No text of PostgreSQL holds a NUL, and no UTF-8 half a surrogate pair. */
    private static void requireKeepable(String name, JsonNode value) {
        if (value.isString() && value.stringValue().codePoints().anyMatch(AuditTrail::isLost)) {
            throw ProblemException.invalid(name, "a text", "one without NUL and without half a surrogate pair");
        }
        value.forEach(part -> requireKeepable(name, part));
    }

    private static boolean isLost(int letter) {
        return letter == 0 || Character.getType(letter) == Character.SURROGATE;
    }

    /**
     * What was recorded, the newest first.
     *
     * @param before only what lies before that position
     * @param resource only that kind of thing; null for all
     * @param id only the thing of that id; null for all
     */
    List<AuditEntry> before(
            MerchantId merchant, long before, @Nullable String resource, @Nullable String id, int limit) {
        return jdbc.sql("""
                        select position, recorded_at, subject, roles::text, resource, resource_id, action, changes::text
                        from audit_entry where merchant_id = :merchant and position < :before %s %s
                        order by position desc limit :limit
                        """.formatted(
                        resource == null ? "" : "and resource = :resource", id == null ? "" : "and resource_id = :id"))
                .param("merchant", merchant.value())
                .param("before", before)
                .param("resource", resource)
                .param("id", id)
                .param("limit", limit)
                .query((row, number) -> entry(row))
                .list();
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                Long.toString(row.getLong("position")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("subject"),
                row.getString("roles"),
                row.getString("resource"),
                row.getString("resource_id"),
                row.getString("action"),
                row.getString("changes"));
    }
}
