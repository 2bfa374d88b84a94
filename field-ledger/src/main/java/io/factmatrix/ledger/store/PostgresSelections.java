package io.factmatrix.ledger.store;

import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.selection.PieceSales;
import io.factmatrix.ledger.domain.selection.ProductSales;
import io.factmatrix.ledger.domain.selection.RankedProducts;
import io.factmatrix.ledger.domain.selection.SelectedTime;
import io.factmatrix.ledger.domain.selection.Selections;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads selections from the sales rollup: one pass over the window, whatever the number of products, touchpoints and pieces. */
public final class PostgresSelections implements Selections {

    private final JdbcClient jdbc;

    public PostgresSelections(JdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
    }

    /** A statement names only what is selected by, since one for every question would have one plan for all of them. */
    @Override
    public List<PieceSales> sales(LedgerId ledger, SelectedTime asked, String currency) {
        if (asked.starts().isEmpty()) {
            return List.of();
        }
        var selection = asked.selection();
        return OfLedger.sql(jdbc, ledger, """
                        select width_bucket(extract(epoch from bucket)::bigint / 900, (select :starts::bigint[])) as piece,
                            sum(gmv) as gmv, sum(refunds) as refunds, sum(refunds_of_period) as refunds_of_period,
                            sum(units) as units
                        from sales_rollup
                        where merchant_id = :merchant and field = :field and currency = :currency
                            and bucket >= :from and bucket < :to %s
                        group by piece having sum(lines) > 0 or sum(refunds) > 0 order by piece
                        """.formatted(one("product", selection.products())
                        + one("touchpoint", selection.touchpoints())
                        + one("shop", selection.shops())))
                .param("starts", asked.starts().toArray(Long[]::new))
                .param("currency", currency)
                .param("from", SelectedTime.moment(asked.starts().get(0)).atOffset(ZoneOffset.UTC))
                .param("to", SelectedTime.moment(asked.end()).atOffset(ZoneOffset.UTC))
                .param("products", selection.products().toArray(String[]::new))
                .param("touchpoints", selection.touchpoints().toArray(String[]::new))
                .param("shops", selection.shops().toArray(String[]::new))
                .query((row, number) -> new PieceSales(
                        asked.starts().get(row.getInt("piece") - 1),
                        whole(row, "gmv"),
                        whole(row, "refunds"),
                        whole(row, "refunds_of_period"),
                        whole(row, "units")))
                .list();
    }

    private static String one(String column, List<String> selected) {
        return selected.isEmpty() ? "" : " and %s = any(:%ss)".formatted(column, column);
    }

    /** One pass over the window, and each product once, however many lists it is in. */
    @Override
    public RankedProducts products(LedgerId ledger, Instant from, Instant to, String currency, int limit) {
        var ranks = OfLedger.sql(jdbc, ledger, """
                        with sold as (
                            select product, sum(gmv) as gmv, sum(refunds) as refunds,
                                sum(refunds_of_period) as refunds_of_period, sum(units) as units
                            from sales_rollup
                            where merchant_id = :merchant and field = :field and currency = :currency
                                and bucket >= :from and bucket < :to
                            group by product having sum(lines) > 0 or sum(refunds) > 0),
                        ranked as (
                            select *, count(*) over () as products,
                                row_number() over (order by gmv desc, product) as top,
                                row_number() over (order by gmv, product) as bottom,
                                row_number() over (order by refunds_of_period desc, product) as refunded
                            from sold)
                        select * from ranked where top <= :limit or bottom <= :limit or refunded <= :limit
                        """)
                .param("currency", currency)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> new ProductRank(
                        row.getLong("products"),
                        row.getLong("top"),
                        row.getLong("bottom"),
                        row.getLong("refunded"),
                        new ProductSales(
                                row.getString("product"),
                                whole(row, "gmv"),
                                whole(row, "refunds"),
                                whole(row, "refunds_of_period"),
                                whole(row, "units"))))
                .list();
        return ProductRank.products(ranks, limit);
    }

    /** Each of them by the first entry of its key. */
    @Override
    public Optional<Instant> begun(LedgerId ledger) {
        return OfLedger.sql(jdbc, ledger, """
                        select least(
                            (select min(bucket) from sales_rollup where merchant_id = :merchant and field = :field),
                            (select min(bucket) from traffic_rollup where merchant_id = :merchant and field = :field),
                            (select min(bucket) from cost_rollup where merchant_id = :merchant and field = :field),
                            (select min(bucket) from ticket_rollup where merchant_id = :merchant and field = :field)) as begun
                        """)
                .query((row, number) -> Optional.ofNullable(row.getObject("begun", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    private static BigInteger whole(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).toBigIntegerExact();
    }
}
