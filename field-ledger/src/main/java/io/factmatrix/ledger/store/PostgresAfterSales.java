package io.factmatrix.ledger.store;

import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.aftersales.AfterSales;
import io.factmatrix.ledger.domain.aftersales.ProductWeek;
import io.factmatrix.ledger.domain.aftersales.TouchpointWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads refunds and complaints of some weeks, the line of each refund by its order, and how many lines there were from the rollup. */
public final class PostgresAfterSales implements AfterSales {

    private static final Duration WEEK = Duration.ofDays(7);

    private final JdbcClient jdbc;

    public PostgresAfterSales(JdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
    }

    private static final String WEEK_OF = "ceil(extract(epoch from :to::timestamptz - %s) / 604800)::int - 1";

    /** What is not counted is not joined, nor are lines: of tables that have just grown the planner knows nothing, and would compare each row with each. */
    @Override
    public List<ProductWeek> weeks(LedgerId ledger, Instant to, int weeks, String currency) {
        return OfLedger.sql(jdbc, ledger, """
                        with seen as materialized (
                            select * from (
                                select event_id, type, shop, order_id, line, product, amount, %1$s as week
                                from event
                                where merchant_id = :merchant and field = :field
                                    and occurred_at >= :from and occurred_at < :to
                                    and (type = 'order.refunded' or type = 'service' and kind = 'complaint' and product is not null)
                                    and type in ('order.refunded', 'service')
                                offset 0) as any_state
                            where exists (
                                select from event_state
                                where merchant_id = :merchant and field = :field
                                    and event_state.event_id = any_state.event_id) is false),
                        refunded as materialized (
                            select paid.event_id, paid.product, paid.week, refund.amount
                            from seen as refund cross join lateral (
                                select event_id, product, %1$s as week from event
                                where merchant_id = :merchant and field = :field
                                    and order_id = refund.order_id and line_slot is not null
                                    and type = 'order.paid' and not sample and shop = refund.shop and line = refund.line
                                    and currency = :currency and occurred_at >= :from and occurred_at < :to
                                    and exists (
                                        select from event_state
                                        where merchant_id = :merchant and field = :field
                                            and event_state.event_id = event.event_id) is false
                                limit 1) as paid
                            where refund.type = 'order.refunded' and refund.week >= paid.week),
                        told as (
                            select product, %2$s as week, lines, 0 as refunded_lines, gmv as paid, 0 as refunded, 0 as complaints
                            from sales_rollup
                            where merchant_id = :merchant and field = :field and currency = :currency
                                and bucket >= :from and bucket < :to
                            union all
                            select product, week, 0, count(distinct event_id), 0, sum(amount), 0
                            from refunded group by product, week
                            union all
                            select product, week, 0, 0, 0, 0, count(*)
                            from seen where type = 'service' group by product, week)
                        select product, week, sum(lines) as lines, sum(refunded_lines) as refunded_lines,
                            sum(paid) as paid, sum(refunded) as refunded, sum(complaints) as complaints
                        from told
                        where product in (
                            select product from refunded where week = 0
                            union select product from seen where type = 'service' and week = 0)
                        group by product, week order by product, week
                        """.formatted(WEEK_OF.formatted("occurred_at"), WEEK_OF.formatted("bucket")))
                .param("from", to.minus(WEEK.multipliedBy(weeks)).atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
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

    /** Sales are read only when anything of the last week needs them. */
    @Override
    public List<TouchpointWeek> touchpoints(LedgerId ledger, Instant to, int weeks, String currency) {
        return OfLedger.sql(jdbc, ledger, """
                        with complained as materialized (
                            select touchpoint, %1$s as week, count(*) as complaints from (
                                select event_id, touchpoint, occurred_at from event
                                where merchant_id = :merchant and field = :field
                                    and occurred_at >= :from and occurred_at < :to
                                    and type = 'service' and kind = 'complaint' and product is null
                                    and touchpoint is not null
                                offset 0) as any_state
                            where exists (
                                select from event_state
                                where merchant_id = :merchant and field = :field
                                    and event_state.event_id = any_state.event_id) is false
                            group by touchpoint, week),
                        told as materialized (
                            select touchpoint, week, 0::numeric as lines, complaints from complained
                            union all
                            select touchpoint, %2$s as week, sum(lines), 0 from sales_rollup
                            where merchant_id = :merchant and field = :field and currency = :currency
                                and bucket >= :from and bucket < :to
                                and exists (select from complained where week = 0)
                            group by touchpoint, week)
                        select touchpoint, week, sum(lines) as lines, sum(complaints) as complaints from told
                        where touchpoint in (select touchpoint from complained where week = 0)
                        group by touchpoint, week
                        union all
                        select null, week, sum(lines), sum(complaints) from told
                        where exists (select from complained where week = 0) group by week
                        order by touchpoint, week
                        """.formatted(WEEK_OF.formatted("occurred_at"), WEEK_OF.formatted("bucket")))
                .param("from", to.minus(WEEK.multipliedBy(weeks)).atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("currency", currency)
                .query((row, number) -> new TouchpointWeek(
                        row.getString("touchpoint"),
                        row.getInt("week"),
                        row.getLong("lines"),
                        row.getLong("complaints")))
                .list();
    }
}
