package io.factmatrix.gateway.store;

import io.factmatrix.gateway.domain.work.ExpectedMoney;
import io.factmatrix.gateway.domain.work.Finding;
import io.factmatrix.gateway.domain.work.WorkItem;
import io.factmatrix.gateway.domain.work.WorkItemFilter;
import io.factmatrix.gateway.domain.work.WorkItemId;
import io.factmatrix.gateway.domain.work.WorkItems;
import io.factmatrix.gateway.domain.work.WorkState;
import io.factmatrix.gateway.domain.work.rule.Department;
import io.factmatrix.gateway.domain.work.rule.RuleKind;
import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.Conditions;
import io.factmatrix.kit.store.PostgresResources;
import io.factmatrix.kit.store.Row;
import io.factmatrix.ledger.domain.event.Field;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.ObjectMapper;

/** Work items in PostgreSQL. */
public final class PostgresWorkItems extends PostgresResources<WorkItemId, WorkItem> implements WorkItems {

    private final JsonColumn json;

    public PostgresWorkItems(JdbcTemplate jdbc, ObjectMapper json) {
        super(jdbc, "work_item");
        this.json = new JsonColumn(json);
    }

    @Override
    public List<WorkItem> list(MerchantId merchant, WorkItemFilter filter, @Nullable WorkItemId before, int limit) {
        var conditions = new Conditions()
                .anyOf(
                        "department",
                        filter.departments().stream().map(Word::word).toList())
                .equal("state", filter.state())
                .equal("rule", filter.rule());
        return newest(merchant, conditions, before, limit);
    }

    @Override
    public List<WorkItem> holdStanding(MerchantId merchant, RuleKind rule) {
        return matching("rule = :rule and gone_at is null order by work_item_id for update")
                .param("merchant", merchant.value())
                .param("rule", rule.word())
                .query(this::row)
                .list();
    }

    @Override
    public Optional<WorkItemId> last(MerchantId merchant, RuleKind rule, String cause) {
        return jdbc.sql("""
                        select max(work_item_id) as last from work_item
                        where merchant_id = :merchant and rule = :rule and cause = :cause
                        """)
                .param("merchant", merchant.value())
                .param("rule", rule.word())
                .param("cause", cause)
                .query((row, number) ->
                        Optional.ofNullable(row.getString("last")).map(WorkItemId::new))
                .single();
    }

    @Override
    protected Map<String, @Nullable Object> columns(WorkItem item) {
        var found = item.found();
        var expected = found.expected();
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("rule", item.rule());
        columns.put("cause", found.cause());
        columns.put("department", found.department());
        columns.put("fields", found.fields().stream().map(Field::word).sorted().toArray(String[]::new));
        columns.put("subject", json.written(found.subject()));
        columns.put("facts", json.written(found.facts()));
        columns.put("evidence", found.evidence());
        columns.put("currency", expected.currency());
        columns.put("value", decimal(expected.value()));
        columns.put("lower_value", decimal(expected.lower()));
        columns.put("upper_value", decimal(expected.upper()));
        columns.put("unknown", expected.unknown());
        columns.put("mark", found.mark());
        columns.put("weight", found.weight());
        columns.put("state", item.state());
        columns.put("assignee", item.assignee());
        columns.put("reason", item.reason());
        columns.put("due_at", item.dueAt());
        columns.put("reopened_of", item.reopenedOf());
        columns.put("gone_at", item.goneAt());
        columns.put("gone_because", item.goneBecause());
        return columns;
    }

    private static @Nullable BigDecimal decimal(@Nullable BigInteger minor) {
        return minor == null ? null : new BigDecimal(minor);
    }

    @Override
    protected WorkItem read(Row row) throws SQLException {
        var reopenedOf = row.optionalText("reopened_of");
        return new WorkItem(
                new WorkItemId(row.text("work_item_id")),
                row.word("rule", RuleKind.class),
                finding(row),
                row.word("state", WorkState.class),
                row.optionalText("assignee"),
                row.optionalText("reason"),
                row.instant("due_at"),
                reopenedOf == null ? null : new WorkItemId(reopenedOf),
                row.optionalInstant("gone_at"),
                row.optionalText("gone_because"),
                row.version());
    }

    private Finding finding(Row row) throws SQLException {
        return new Finding(
                row.text("cause"),
                row.word("department", Department.class),
                row.texts("fields").stream()
                        .map(word -> Field.of(word).orElseThrow())
                        .collect(Collectors.toUnmodifiableSet()),
                json.read(row.text("subject")),
                json.read(row.text("facts")),
                row.text("evidence"),
                new ExpectedMoney(
                        row.optionalText("currency"),
                        minor(row, "value"),
                        minor(row, "lower_value"),
                        minor(row, "upper_value"),
                        row.optionalText("unknown")),
                row.text("mark"),
                row.row().getBigDecimal("weight"));
    }

    private static @Nullable BigInteger minor(Row row, String column) throws SQLException {
        var minor = row.row().getBigDecimal(column);
        return minor == null ? null : minor.toBigIntegerExact();
    }
}
