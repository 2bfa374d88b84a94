package io.factmatrix.ledger.store;

import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.People;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.Window;
import io.factmatrix.ledger.domain.touchpoint.Place;
import io.factmatrix.ledger.domain.touchpoint.PlaceSums;
import io.factmatrix.ledger.domain.touchpoint.ProductSums;
import io.factmatrix.ledger.domain.touchpoint.SalesPoint;
import io.factmatrix.ledger.domain.touchpoint.Touchpoints;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads touchpoints by the indexes that begin with them (V7), from rollups where they tell enough, else from facts. */
public final class PostgresTouchpoints implements Touchpoints {

    /** Before the first moment that an event may have, and far behind the last. */
    private static final Instant FIRST = Instant.EPOCH;

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    /** Held in memory while they are read; the driver keeps to it inside a transaction. */
    private static final int EVENTS_AT_A_TIME = 2_000;

    private static final String AT_PLACE =
            "where merchant_id = :merchant and field = :field and touchpoint = :touchpoint and shop = :shop";

    /** Not replaced, not outclaimed. */
    private static final String COUNTED = """
            and not exists (
                select from event_state
                where event_state.merchant_id = event.merchant_id
                    and event_state.field = event.field
                    and event_state.event_id = event.event_id)
            """;

    private static final String COUNTED_LINES =
            AT_PLACE + " and type = 'order.paid' and not sample and currency = :currency " + COUNTED;

    private static final String COUNTERS = Arrays.stream(Counter.values())
            .map(counter -> "case when sum(%s) > 0 then sum(%s) end as %s"
                    .formatted(Rollups.reportsColumn(counter), Rollups.column(counter), Rollups.column(counter)))
            .collect(Collectors.joining(", "));

    private static final String HEADS = Arrays.stream(People.values())
            .map(people -> "sum(people[%d]) as %s".formatted(people.ordinal() + 1, Rollups.column(people)))
            .collect(Collectors.joining(", "));

    private final JdbcClient jdbc;
    private final PostgresFigures figures;

    public PostgresTouchpoints(JdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
        this.figures = new PostgresFigures(template);
    }

    @Override
    public Figures figures(LedgerId ledger, Place place, String currency) {
        return figures.figures(ledger, new Window(FIRST, LAST, currency, place.shop(), null, place.touchpoint()));
    }

    /** Place by place, each by its indexes: joined at once, all of the merchant's rollups would be read for a thousand of them. */
    @Override
    public List<PlaceSums> sums(LedgerId ledger, List<Place> places, String currency) {
        return OfLedger.sql(jdbc, ledger, """
                        select sales.*, traffic.*, heads.*
                        from unnest(:shops::text[], :touchpoints::text[]) with ordinality as asked (shop, touchpoint, number)
                        cross join lateral (
                            select coalesce(sum(gmv), 0) as gmv, coalesce(sum(orders_of_touchpoint), 0) as orders
                            from sales_rollup
                            where merchant_id = :merchant and field = :field
                                and touchpoint = asked.touchpoint and shop = asked.shop and currency = :currency) as sales
                        cross join lateral (
                            select %s
                            from traffic_rollup
                            where merchant_id = :merchant and field = :field
                                and touchpoint = asked.touchpoint and shop = asked.shop) as traffic
                        cross join lateral (
                            select %s
                            from event
                            where merchant_id = :merchant and field = :field
                                and touchpoint = asked.touchpoint and shop = asked.shop
                                and type = 'traffic' and people is not null %s) as heads
                        order by number
                        """.formatted(COUNTERS, HEADS, COUNTED))
                .param("shops", places.stream().map(Place::shop).toArray(String[]::new))
                .param("touchpoints", places.stream().map(Place::touchpoint).toArray(String[]::new))
                .param("currency", currency)
                .query((row, number) -> new PlaceSums(
                        whole(row, "gmv"),
                        whole(row, "orders"),
                        known(row, Counter.class, Counter.values()),
                        known(row, People.class, People.values())))
                .list();
    }

    private static <K extends Enum<K>> Map<K, BigInteger> known(ResultSet row, Class<K> type, K[] keys)
            throws SQLException {
        var known = new EnumMap<K, BigInteger>(type);
        for (var key : keys) {
            var value = row.getBigDecimal(Rollups.column(key));
            if (value != null) {
                known.put(key, value.toBigIntegerExact());
            }
        }
        return known;
    }

    @Override
    public BigInteger repeatBuyers(LedgerId ledger, Place place, String currency) {
        return at(ledger, place, """
                        select count(*) as people
                        from (select audience from event %s and audience is not null group by audience) as buyer
                            join first_purchase as first
                                on first.merchant_id = :merchant and first.field = :field and first.audience = buyer.audience
                        where first.occurred_at is not null
                            and not (first.is_new and first.touchpoint is not distinct from :touchpoint and first.shop = :shop)
                        """.formatted(COUNTED_LINES))
                .param("currency", currency)
                .query((row, number) -> whole(row, "people"))
                .single();
    }

    @Override
    public Map<String, ProductSums> products(LedgerId ledger, Place place, String currency) {
        var products = new TreeMap<String, ProductSums>();
        at(ledger, place, """
                        select product, sum(gmv) as gmv, sum(refunds) as refunds, sum(units) as units,
                            sum(orders_of_touchpoint_and_product) as orders
                        from sales_rollup %s and currency = :currency
                        group by product having sum(lines) > 0 or sum(refunds) > 0
                        """.formatted(AT_PLACE)).param("currency", currency).query(row -> {
            products.put(
                    row.getString("product"),
                    new ProductSums(
                            whole(row, "gmv"), whole(row, "refunds"), whole(row, "units"), whole(row, "orders")));
        });
        return products;
    }

    /** Which line of an order is the earliest is asked of all its lines here, and not only of those of that time. */
    @Override
    public List<SalesPoint> sales(
            LedgerId ledger, Place place, String currency, Instant from, Instant to, Duration step) {
        return at(ledger, place, """
                        with line as (
                            select occurred_at, amount, quantity,
                                row_number() over (partition by order_id order by occurred_at, event_id) = 1 as is_earliest
                            from event %s)
                        select floor(extract(epoch from occurred_at - :from) / :step)::bigint as piece,
                            sum(amount) as gmv, sum(quantity) as units, count(*) filter (where is_earliest) as orders
                        from line where occurred_at >= :from and occurred_at < :to
                        group by piece order by piece
                        """.formatted(COUNTED_LINES))
                .param("currency", currency)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("step", step.toSeconds())
                .query((row, number) -> new SalesPoint(
                        from.plus(step.multipliedBy(row.getLong("piece"))),
                        whole(row, "gmv"),
                        whole(row, "units"),
                        whole(row, "orders")))
                .list();
    }

    /** An interval ends at most a day after it begins. */
    @Override
    public void traffic(LedgerId ledger, Place place, Instant from, Instant to, Consumer<Event> counted) {
        at(ledger, place, "select " + EventRow.COLUMNS + """
                         from event %s
                            and type = 'traffic' and occurred_at > :from and occurred_at < :last and started_at < :to %s
                        """.formatted(AT_PLACE, COUNTED))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("last", to.plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
                .withFetchSize(EVENTS_AT_A_TIME)
                .query(row -> {
                    counted.accept(EventRow.read(ledger.field(), row).event());
                });
    }

    private JdbcClient.StatementSpec at(LedgerId ledger, Place place, String sql) {
        return OfLedger.sql(jdbc, ledger, sql).param("shop", place.shop()).param("touchpoint", place.touchpoint());
    }

    private static BigInteger whole(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).toBigIntegerExact();
    }
}
