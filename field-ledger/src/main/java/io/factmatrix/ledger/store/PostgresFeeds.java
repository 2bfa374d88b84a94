package io.factmatrix.ledger.store;

import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.settlement.Feed;
import io.factmatrix.ledger.domain.settlement.Feeds;
import io.factmatrix.ledger.domain.settlement.FirstPurchase;
import io.factmatrix.ledger.domain.settlement.PaidLine;
import io.factmatrix.ledger.domain.settlement.Part;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The feeds as the tables hold them: each has a position that was given while the ledger was held, so none is seen before a lower one. */
public final class PostgresFeeds implements Feeds {

    private final JdbcClient jdbc;

    public PostgresFeeds(JdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
    }

    @Override
    public Part<PaidLine> lines(LedgerId ledger, long after, int limit) {
        var found = asked(ledger, "select " + PaidLineRow.COLUMNS + """
                         from event
                        where merchant_id = :merchant and field = :field and watermark > :after and type = 'order.paid'
                        order by watermark limit :limit
                        """, after, limit)
                .query((row, number) -> PaidLineRow.read(row))
                .list();
        boolean more = found.size() == limit;
        long through = more ? found.get(limit - 1).watermark() : watermark(ledger);
        return new Part<>(found, Math.max(after, through), through, more);
    }

    /** An order may have hundreds of lines: so it is lines that are limited, and not orders. */
    @Override
    public Part<PaidLine> shared(LedgerId ledger, long after, int limit) {
        var positions = asked(ledger, """
                        select position from shared_order join event using (merchant_id, field, order_id, shop)
                        where merchant_id = :merchant and field = :field and position > :after
                            and type = 'order.paid' and line_slot is not null
                        order by position limit :limit
                        """, after, limit).query(Long.class).list();
        if (positions.isEmpty()) {
            return part(ledger, List.of(), after, false);
        }
        boolean more = positions.size() == limit;
        long last = positions.get(positions.size() - 1);
        var found = OfLedger.sql(jdbc, ledger, "select " + PaidLineRow.COLUMNS + """
                         from event
                        where merchant_id = :merchant and field = :field and type = 'order.paid'
                            and line_slot is not null and (order_id, shop) in (
                                select order_id, shop from shared_order
                                where merchant_id = :merchant and field = :field
                                    and position > :after and position <= :last)
                        order by watermark
                        """)
                .param("after", after)
                .param("last", last)
                .query((row, number) -> PaidLineRow.read(row))
                .list();
        return part(ledger, found, last, more);
    }

    @Override
    public Part<FirstPurchase> firsts(LedgerId ledger, long after, int limit) {
        var found = asked(ledger, """
                        select audience, occurred_at, event_id, position from first_purchase
                        where merchant_id = :merchant and field = :field and position > :after
                        order by position limit :limit
                        """, after, limit)
                .query((row, number) -> {
                    var occurred = row.getObject("occurred_at", OffsetDateTime.class);
                    return new FirstPurchase(
                            row.getString("audience"),
                            occurred == null ? null : occurred.toInstant(),
                            row.getString("event_id"),
                            row.getLong("position"));
                })
                .list();
        long position = found.isEmpty() ? after : found.get(found.size() - 1).position();
        return part(ledger, found, position, found.size() == limit);
    }

    /** Who has read to the end stands where the ledger does, even if the last positions were of another feed. */
    private <T> Part<T> part(LedgerId ledger, List<T> entries, long position, boolean more) {
        return new Part<>(entries, more ? position : Math.max(position, told(ledger)), settledTo(ledger), more);
    }

    private JdbcClient.StatementSpec asked(LedgerId ledger, String sql, long after, int limit) {
        return OfLedger.sql(jdbc, ledger, sql).param("after", after).param("limit", limit);
    }

    private long watermark(LedgerId ledger) {
        return ofLedger(ledger, "watermark");
    }

    private long told(LedgerId ledger) {
        return ofLedger(ledger, "told");
    }

    private long ofLedger(LedgerId ledger, String column) {
        return OfLedger.sql(
                        jdbc,
                        ledger,
                        "select " + column + " from ledger where merchant_id = :merchant and field = :field")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** How far the ledger has taken in its own events. */
    private long settledTo(LedgerId ledger) {
        return OfLedger.sql(jdbc, ledger, """
                        select through from settled
                        where merchant_id = :merchant and field = :field and source = :field and feed = :feed
                        """)
                .param("feed", Feed.LINES.word())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
