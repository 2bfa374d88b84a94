package io.factmatrix.creator.store;

import io.factmatrix.creator.domain.collaboration.ParticipationId;
import io.factmatrix.creator.domain.commission.Earned;
import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.creator.domain.settlement.Closing;
import io.factmatrix.creator.domain.settlement.Entry;
import io.factmatrix.creator.domain.settlement.EntryKey;
import io.factmatrix.creator.domain.settlement.EntryKind;
import io.factmatrix.creator.domain.settlement.Payee;
import io.factmatrix.creator.domain.settlement.Statement;
import io.factmatrix.creator.domain.settlement.StatementFilter;
import io.factmatrix.creator.domain.settlement.StatementId;
import io.factmatrix.creator.domain.settlement.Statements;
import io.factmatrix.creator.domain.settlement.Totals;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.Conditions;
import io.factmatrix.kit.store.PostgresResources;
import io.factmatrix.kit.store.Row;
import io.factmatrix.ledger.domain.touchpoint.CountedLine;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Statements in PostgreSQL, and beside them the entries of those that are closed, which nobody may change. */
public final class PostgresStatements extends PostgresResources<StatementId, Statement> implements Statements {

    private static final String[] ENTRY = {
        "merchant_id",
        "settlement_statement_id",
        "order_id",
        "shop",
        "line",
        "creator_id",
        "currency",
        "kind",
        "participation_id",
        "event_id",
        "occurred_at",
        "touchpoint",
        "product",
        "paid",
        "refunded",
        "rate",
        "estimated",
        "actual",
        "stated",
        "amount"
    };

    private static final String INSERT = "insert into settlement_entry (%s) values (%s)"
            .formatted(String.join(", ", ENTRY), String.join(", ", Collections.nCopies(ENTRY.length, "?")));

    /** Rows that are sent at once. */
    private static final int BATCH = 1_000;

    private final JdbcTemplate template;

    public PostgresStatements(JdbcTemplate jdbc) {
        super(jdbc, "settlement_statement");
        this.template = jdbc;
    }

    @Override
    public List<Statement> list(MerchantId merchant, StatementFilter filter, @Nullable StatementId before, int limit) {
        var month = filter.month();
        var conditions = new Conditions()
                .equal("creator_id", filter.creator())
                .equal("month", month == null ? null : month.toString())
                .equal("currency", filter.currency())
                .equal("state", filter.state());
        return newest(merchant, conditions, before, limit);
    }

    @Override
    public List<Statement> of(MerchantId merchant, Payee payee) {
        var conditions = new Conditions().equal("creator_id", payee.creator()).equal("currency", payee.currency());
        return first(merchant, conditions, "month", Integer.MAX_VALUE);
    }

    @Override
    public Map<EntryKey, Long> stated(MerchantId merchant, Payee payee) {
        var stated = new HashMap<EntryKey, Long>();
        jdbc.sql("""
                        select order_id, shop, line, sum(amount)::bigint as stated from settlement_entry
                        where merchant_id = :merchant and creator_id = :creator and currency = :currency
                        group by order_id, shop, line
                        """)
                .param("merchant", merchant.value())
                .param("creator", payee.creator().value())
                .param("currency", payee.currency())
                .query(row -> {
                    stated.put(key(new Row(row)), row.getLong("stated"));
                });
        return stated;
    }

    @Override
    public void keep(MerchantId merchant, Statement statement, Collection<Entry> entries) {
        template.batchUpdate(INSERT, entries, BATCH, (insert, entry) -> {
            var line = entry.line();
            var participation = entry.participation();
            var earned = entry.earned();
            var values = Arrays.<@Nullable Object>asList(
                    merchant.value(),
                    statement.id().value(),
                    entry.key().order(),
                    entry.key().shop(),
                    entry.key().line(),
                    statement.payee().creator().value(),
                    statement.payee().currency(),
                    entry.kind().word(),
                    participation == null ? null : participation.value(),
                    line == null ? null : line.event(),
                    line == null ? null : line.occurredAt().atOffset(ZoneOffset.UTC),
                    line == null ? null : line.touchpoint(),
                    line == null ? null : line.product(),
                    line == null ? null : line.paid(),
                    line == null ? null : line.refunded(),
                    earned == null ? null : earned.rate(),
                    earned == null ? null : earned.estimated(),
                    earned == null ? null : earned.actual(),
                    entry.stated(),
                    entry.amount());
            for (int at = 0; at < values.size(); at++) {
                insert.setObject(at + 1, values.get(at));
            }
        });
    }

    @Override
    public List<Entry> entries(MerchantId merchant, Statement statement, @Nullable EntryKey after, int limit) {
        var behind = after == null ? new EntryKey("", "", "") : after;
        return jdbc.sql("""
                        select * from settlement_entry
                        where merchant_id = :merchant and settlement_statement_id = :statement
                            and (order_id, shop, line) > (:order, :shop, :line)
                        order by order_id, shop, line limit :limit
                        """)
                .param("merchant", merchant.value())
                .param("statement", statement.id().value())
                .param("order", behind.order())
                .param("shop", behind.shop())
                .param("line", behind.line())
                .param("limit", limit)
                .query((row, number) -> entry(new Row(row), statement.payee().currency()))
                .list();
    }

    private static Entry entry(Row row, String currency) throws SQLException {
        var participation = row.optionalText("participation_id");
        var rate = row.row().getBigDecimal("rate");
        return new Entry(
                key(row),
                row.word("kind", EntryKind.class),
                rate == null ? null : line(row, currency),
                participation == null ? null : new ParticipationId(participation),
                rate == null ? null : new Earned(rate, row.number("estimated"), row.number("actual")),
                row.number("stated"),
                row.number("amount"));
    }

    private static CountedLine line(Row row, String currency) throws SQLException {
        return new CountedLine(
                row.text("event_id"),
                row.instant("occurred_at"),
                row.text("shop"),
                row.text("touchpoint"),
                row.text("order_id"),
                row.text("line"),
                row.text("product"),
                row.number("paid"),
                row.number("refunded"),
                currency);
    }

    private static EntryKey key(Row row) throws SQLException {
        return new EntryKey(row.text("order_id"), row.text("shop"), row.text("line"));
    }

    @Override
    protected Map<String, @Nullable Object> columns(Statement statement) {
        var closing = statement.closing();
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("creator_id", statement.payee().creator());
        columns.put("currency", statement.payee().currency());
        columns.put("month", statement.month().toString());
        columns.put("zone", statement.zone().getId());
        columns.put("state", statement.state());
        columns.put("closed_at", closing == null ? null : closing.at());
        columns.put("watermark", closing == null ? null : closing.watermark());
        columns.put("lines", closing == null ? null : closing.totals().lines());
        columns.put("adjustments", closing == null ? null : closing.totals().adjustments());
        columns.put("fees", closing == null ? null : closing.totals().fees());
        return columns;
    }

    @Override
    protected Statement read(Row row) throws SQLException {
        var closedAt = row.optionalInstant("closed_at");
        return new Statement(
                new StatementId(row.text("settlement_statement_id")),
                new Payee(new CreatorId(row.text("creator_id")), row.text("currency")),
                YearMonth.parse(row.text("month")),
                ZoneId.of(row.text("zone")),
                closedAt == null ? null : closing(row, closedAt),
                row.version());
    }

    private static Closing closing(Row row, Instant at) throws SQLException {
        return new Closing(
                at, row.number("watermark"), new Totals(sum(row, "lines"), sum(row, "adjustments"), sum(row, "fees")));
    }

    private static BigInteger sum(Row row, String column) throws SQLException {
        return row.row().getBigDecimal(column).toBigIntegerExact();
    }
}
