package io.factmatrix.ledger.store;

import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.aftersales.AfterSales;
import io.factmatrix.ledger.domain.aftersales.ProductWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the facts of some weeks, and the refunds of each line by its order. */
public final class PostgresAfterSales implements AfterSales {

    private static final Duration WEEK = Duration.ofDays(7);

    private final JdbcClient jdbc;

    public PostgresAfterSales(JdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
    }

    /** What is not counted is not joined, nor are refunds: of tables that have just grown the planner knows nothing, and would compare each row with each. */
    @Override
    public List<ProductWeek> weeks(LedgerId ledger, Instant to, int weeks, String currency, Instant asOf) {
        return OfLedger.sql(jdbc, ledger, """
                        with fact as materialized (
                            select * from (
                                select event_id, type, shop, order_id, line, product, amount,
                                    ceil(extract(epoch from :to::timestamptz - occurred_at) / 604800)::int - 1 as week
                                from event
                                where merchant_id = :merchant and field = :field and product is not null
                                    and occurred_at >= :from and occurred_at < :to and recorded_at <= :asOf
                                    and (type = 'order.paid' and not sample and currency = :currency
                                        or type = 'service' and kind = 'complaint')
                                offset 0) as seen
                            where exists (
                                select from event_state
                                where merchant_id = :merchant and field = :field and event_state.event_id = seen.event_id) is false),
                        told as materialized (
                            select product, week, type, amount, case when type = 'order.paid' then (
                                select coalesce(sum(refund.amount), 0) from event as refund
                                where refund.merchant_id = :merchant and refund.field = :field
                                    and refund.order_id = fact.order_id and refund.line_slot is not null
                                    and refund.type = 'order.refunded' and refund.shop = fact.shop and refund.line = fact.line
                                    and refund.occurred_at < :to::timestamptz - make_interval(hours => 168 * fact.week)
                                    and refund.recorded_at <= :asOf
                                    and exists (
                                        select from event_state
                                        where merchant_id = :merchant and field = :field
                                            and event_state.event_id = refund.event_id) is false) end as refunded
                            from fact)
                        select product, week,
                            count(*) filter (where type = 'order.paid') as lines,
                            count(*) filter (where refunded > 0) as refunded_lines,
                            coalesce(sum(amount) filter (where type = 'order.paid'), 0) as paid,
                            coalesce(sum(refunded), 0) as refunded,
                            count(*) filter (where type = 'service') as complaints
                        from told
                        where product in (select product from told where week = 0 and (type = 'service' or refunded > 0))
                        group by product, week order by product, week
                        """)
                .param("from", to.minus(WEEK.multipliedBy(weeks)).atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("asOf", asOf.atOffset(ZoneOffset.UTC))
                .param("currency", currency)
                .query((row, number) -> new ProductWeek(
                        row.getString("product"),
                        row.getInt("week"),
                        row.getLong("lines"),
                        row.getLong("refunded_lines"),
                        row.getLong("paid"),
                        row.getLong("refunded"),
                        row.getLong("complaints")))
                .list();
    }
}
