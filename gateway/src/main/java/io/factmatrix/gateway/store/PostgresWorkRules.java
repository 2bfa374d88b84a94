package io.factmatrix.gateway.store;

import io.factmatrix.gateway.domain.work.rule.Department;
import io.factmatrix.gateway.domain.work.rule.RuleKind;
import io.factmatrix.gateway.domain.work.rule.RuleSettings;
import io.factmatrix.gateway.domain.work.rule.Thresholds;
import io.factmatrix.gateway.domain.work.rule.WorkRule;
import io.factmatrix.gateway.domain.work.rule.WorkRules;
import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.revision.Revision;
import io.factmatrix.kit.store.Row;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** The rules of merchants in PostgreSQL: a row each, from the first look or change on. */
public final class PostgresWorkRules implements WorkRules {

    private static final TypeReference<Map<String, BigDecimal>> THRESHOLDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    public PostgresWorkRules(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = JdbcClient.create(jdbc);
        this.json = json;
    }

    @Override
    public List<WorkRule> all(MerchantId merchant) {
        var kept = jdbc
                .sql("select * from work_rule where merchant_id = :merchant")
                .param("merchant", merchant.value())
                .query(this::rule)
                .stream()
                .collect(Collectors.toMap(WorkRule::kind, Function.identity()));
        return Arrays.stream(RuleKind.values())
                .map(kind -> kept.getOrDefault(kind, WorkRule.usual(kind)))
                .toList();
    }

    /** One statement that makes the row or holds it: between two there could be another client. */
    @Override
    public WorkRule hold(MerchantId merchant, RuleKind kind) {
        return of(merchant, WorkRule.usual(kind), """
                        insert into work_rule
                            (merchant_id, kind, is_on, department, due_in_hours, currency, zone, thresholds, revision)
                        values (:merchant, :kind, :on, :department, :due, :currency, :zone, :thresholds::json, :revision)
                        on conflict (merchant_id, kind) do update set merchant_id = excluded.merchant_id
                        returning *
                        """).query(this::rule).single();
    }

    @Override
    public void replace(MerchantId merchant, WorkRule rule) {
        of(merchant, rule, """
                        update work_rule set is_on = :on, department = :department, due_in_hours = :due,
                            currency = :currency, zone = :zone, thresholds = :thresholds::json, revision = :revision
                        where merchant_id = :merchant and kind = :kind
                        """).update();
    }

    private JdbcClient.StatementSpec of(MerchantId merchant, WorkRule rule, String sql) {
        var settings = rule.settings();
        var department = settings.department();
        return jdbc.sql(sql)
                .param("merchant", merchant.value())
                .param("kind", rule.kind().word())
                .param("on", settings.on())
                .param("department", department == null ? null : department.word())
                .param("due", settings.dueInHours())
                .param("currency", settings.currency())
                .param("zone", settings.zone().getId())
                .param(
                        "thresholds",
                        json.writeValueAsString(settings.thresholds().values()))
                .param("revision", rule.revision().number());
    }

    @Override
    public void looked(MerchantId merchant, RuleKind kind, Instant at) {
        jdbc.sql("update work_rule set looked_at = :at where merchant_id = :merchant and kind = :kind")
                .param("merchant", merchant.value())
                .param("kind", kind.word())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Instant now() {
        return jdbc.sql("select date_trunc('milliseconds', clock_timestamp())")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private WorkRule rule(ResultSet columns, int number) throws SQLException {
        var row = new Row(columns);
        var kind = row.word("kind", RuleKind.class);
        var department = row.optionalText("department");
        return new WorkRule(
                kind,
                new RuleSettings(
                        columns.getBoolean("is_on"),
                        department == null
                                ? null
                                : Word.of(Department.class, department).orElseThrow(),
                        (int) row.number("due_in_hours"),
                        row.text("currency"),
                        ZoneId.of(row.text("zone")),
                        Thresholds.kept(kind, json.readValue(row.text("thresholds"), THRESHOLDS))),
                new Revision(row.number("revision")),
                row.optionalInstant("looked_at"));
    }
}
