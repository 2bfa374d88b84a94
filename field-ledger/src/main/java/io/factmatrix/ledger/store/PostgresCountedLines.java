package io.factmatrix.ledger.store;

import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.touchpoint.CountedLine;
import io.factmatrix.ledger.domain.touchpoint.CountedLines;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads lines by when they were paid, or by the index that begins with the touchpoint; the refunds of each by its order. */
public final class PostgresCountedLines implements CountedLines {

    /** Held in memory while they are read; the driver keeps to it inside a transaction. */
    private static final int LINES_AT_A_TIME = 2_000;

    /** What is not counted is not joined, nor are refunds: of tables that have just grown the planner knows nothing, and would compare each row with each. */
    private static final String LINES = """
            with line as materialized (
                select * from (
                    select event_id, occurred_at, shop, touchpoint, order_id, line, product, amount, currency
                    from event
                    where merchant_id = :merchant and field = :field and type = 'order.paid' and not sample
                        and occurred_at >= :from and occurred_at < :to %s
                    offset 0) as paid
                where exists (
                    select from event_state
                    where merchant_id = :merchant and field = :field and event_state.event_id = paid.event_id) is false
                order by occurred_at, event_id %s)
            select *, (
                select coalesce(sum(refund.amount), 0) from event as refund
                where refund.merchant_id = :merchant and refund.field = :field
                    and refund.order_id = line.order_id and refund.line_slot is not null
                    and refund.type = 'order.refunded' and refund.shop = line.shop and refund.line = line.line
                    and exists (
                        select from event_state
                        where merchant_id = :merchant and field = :field
                            and event_state.event_id = refund.event_id) is false) as refunded
            from line order by occurred_at, event_id
            """;

    private final JdbcClient jdbc;

    public PostgresCountedLines(JdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
    }

    @Override
    public void read(LedgerId ledger, Asked asked, Consumer<CountedLine> line) {
        lines(ledger, asked, "", "").withFetchSize(LINES_AT_A_TIME).query(row -> {
            line.accept(line(row));
        });
    }

    @Override
    public List<CountedLine> page(LedgerId ledger, Asked asked, CountedLine.@Nullable Place after, int limit) {
        var page = lines(
                        ledger,
                        asked,
                        after == null ? "" : "and (occurred_at, event_id) > (:at, :event)",
                        "limit :limit")
                .param("limit", limit);
        return (after == null
                        ? page
                        : page.param("at", after.occurredAt().atOffset(ZoneOffset.UTC))
                                .param("event", after.event()))
                .query((row, number) -> line(row))
                .list();
    }

    private JdbcClient.StatementSpec lines(LedgerId ledger, Asked asked, String behind, String limit) {
        var touchpoints = asked.touchpoints();
        var where = (touchpoints == null ? "" : "and touchpoint = any(:touchpoints) ") + behind;
        var lines = OfLedger.sql(jdbc, ledger, LINES.formatted(where, limit))
                .param("from", asked.from().atOffset(ZoneOffset.UTC))
                .param("to", asked.to().atOffset(ZoneOffset.UTC));
        return touchpoints == null ? lines : lines.param("touchpoints", touchpoints.toArray(String[]::new));
    }

    private static CountedLine line(ResultSet row) throws SQLException {
        return new CountedLine(
                row.getString("event_id"),
                EventRow.time(row, "occurred_at"),
                row.getString("shop"),
                row.getString("touchpoint"),
                row.getString("order_id"),
                row.getString("line"),
                row.getString("product"),
                row.getLong("amount"),
                row.getLong("refunded"),
                row.getString("currency"));
    }
}
