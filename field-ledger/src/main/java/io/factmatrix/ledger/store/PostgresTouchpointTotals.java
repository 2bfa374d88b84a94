package io.factmatrix.ledger.store;

import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.touchpoint.TouchpointTotals;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sums rollups by touchpoint; people are read from facts. */
public final class PostgresTouchpointTotals implements TouchpointTotals {

    /** Held in memory while they are read; the driver keeps to it inside a transaction. */
    private static final int PEOPLE_AT_A_TIME = 5_000;

    private final JdbcClient jdbc;

    public PostgresTouchpointTotals(JdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
    }

    @Override
    public Map<String, BigInteger> gmv(LedgerId ledger, Instant from, Instant to, String currency) {
        var gmv = new HashMap<String, BigInteger>();
        during(ledger, from, to, """
                        select touchpoint, sum(gmv) as gmv from sales_rollup
                        where merchant_id = :merchant and field = :field and currency = :currency
                            and bucket >= :from and bucket < :to
                        group by touchpoint
                        """).param("currency", currency).query(row -> {
            gmv.put(row.getString("touchpoint"), row.getBigDecimal("gmv").toBigIntegerExact());
        });
        return gmv;
    }

    @Override
    public Map<String, Long> newBuyers(LedgerId ledger, Instant from, Instant to) {
        var buyers = new HashMap<String, Long>();
        during(ledger, from, to, """
                        select touchpoint, count(*) as people from first_purchase
                        where merchant_id = :merchant and field = :field and is_new
                            and occurred_at >= :from and occurred_at < :to
                        group by touchpoint
                        """).query(row -> {
            buyers.put(row.getString("touchpoint"), row.getLong("people"));
        });
        return buyers;
    }

    /** Sorted by the store, so that nobody is held in memory longer than it takes to know where else they were reached. */
    @Override
    public void reached(
            LedgerId ledger,
            Instant from,
            Instant to,
            String currency,
            BiConsumer<String, String> personAndTouchpoint) {
        during(ledger, from, to, """
                        select distinct audience, touchpoint from (
                            select audience, touchpoint, event_id from event
                            where merchant_id = :merchant and field = :field and audience is not null
                                and occurred_at >= :from and occurred_at < :to
                                and (type = 'audience' or type = 'order.paid' and not sample and currency = :currency)
                            offset 0) as seen
                        where exists (
                            select from event_state
                            where merchant_id = :merchant and field = :field and event_state.event_id = seen.event_id) is false
                        order by audience, touchpoint
                        """)
                .param("currency", currency)
                .withFetchSize(PEOPLE_AT_A_TIME)
                .query(row -> {
                    personAndTouchpoint.accept(row.getString("audience"), row.getString("touchpoint"));
                });
    }

    @Override
    public Map<String, Map<String, BigInteger>> costs(
            LedgerId ledger, Collection<String> touchpoints, String currency) {
        var costs = new HashMap<String, Map<String, BigInteger>>();
        OfLedger.sql(jdbc, ledger, """
                        select touchpoint, category, sum(amount) as amount from cost_rollup
                        where merchant_id = :merchant and field = :field and touchpoint = any(:touchpoints)
                            and currency = :currency
                        group by touchpoint, category having sum(events) > 0
                        """)
                .param("touchpoints", touchpoints.toArray(String[]::new))
                .param("currency", currency)
                .query(row -> {
                    costs.computeIfAbsent(row.getString("touchpoint"), first -> new TreeMap<>())
                            .put(
                                    row.getString("category"),
                                    row.getBigDecimal("amount").toBigIntegerExact());
                });
        return costs;
    }

    private JdbcClient.StatementSpec during(LedgerId ledger, Instant from, Instant to, String sql) {
        return OfLedger.sql(jdbc, ledger, sql)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC));
    }
}
