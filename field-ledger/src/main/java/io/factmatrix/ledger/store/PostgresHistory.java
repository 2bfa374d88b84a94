package io.factmatrix.ledger.store;

import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.Position;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Fact;
import io.factmatrix.ledger.domain.figures.Window;
import io.factmatrix.ledger.domain.history.History;
import io.factmatrix.ledger.domain.history.Moment;
import io.factmatrix.ledger.domain.history.OrderHistory;
import io.factmatrix.ledger.domain.order.Order;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The facts as of a moment; read row by row, however many they are. */
public final class PostgresHistory implements History {

    /** Held in memory while they are read; the driver keeps to it inside a transaction. */
    private static final int ROWS_AT_A_TIME = 2_000;

    /** As far behind the window as an interval of traffic can end that begins in it. */
    private static final String BEHIND = "interval '24 hours'";

    private static final String OF_ORDER = """
            order_id, shop, watermark, recorded_at, event_id, %s as type, replaces, touchpoint, product, audience, occurred_at, line,
                quantity, amount, currency, sample, %s as reason
            """;

    private static final String OWN = "field as source, " + OF_ORDER.formatted("type", "reason");
    private static final String FOREIGN = "source, " + OF_ORDER.formatted("'order.paid'", "null");

    /** Everything that was known of the orders that are {@code touched}: what the field recorded, and what others had. */
    private static final String KNOWN_OF_TOUCHED = """
            select %s from event join touched using (order_id, shop)
            where merchant_id = :merchant and field = :field and line_slot is not null and watermark <= :reached
            union all
            select %s from foreign_line join touched using (order_id, shop)
            where merchant_id = :merchant and field = :field
                and (recorded_at, source, watermark) <= (:recorded, :source, :watermark)
            order by order_id, shop, source, watermark
            """.formatted(OWN, FOREIGN);

    private final JdbcClient jdbc;

    public PostgresHistory(JdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
    }

    /** Watermarks have no gaps, and recordedAt grows with them: the last one is found by halving; each half by its key, not by a scan of all. */
    @Override
    public Position position(LedgerId ledger, Instant recorded) {
        return OfLedger.sql(jdbc, ledger, """
                        with recursive search (low, high) as (
                            select 0::bigint, watermark from ledger where merchant_id = :merchant and field = :field
                            union all
                            select case when found.recorded_at <= :recorded then middle else low end,
                                case when found.recorded_at <= :recorded then high else middle - 1 end
                            from (select low, high, (low + high + 1) / 2 as middle from search where low < high) as halved
                                cross join lateral (
                                    select recorded_at from event
                                    where merchant_id = :merchant and field = :field and watermark = middle limit 1) as found)
                        select low as watermark, event.recorded_at, 0 as settlement
                        from search left join event on merchant_id = :merchant and field = :field and watermark = low
                        where low = high
                        """)
                .param("recorded", recorded.atOffset(ZoneOffset.UTC))
                .query((row, number) -> PostgresFigures.position(row))
                .optional()
                .orElse(Position.START);
    }

    @Override
    public void events(LedgerId ledger, Moment moment, Window window, Consumer<Event> counted) {
        within(ledger, moment, window, "select " + EventRow.COLUMNS + """
                         from event
                        where merchant_id = :merchant and field = :field and watermark <= :reached
                            and type in ('traffic', 'cost', 'service')
                            and occurred_at >= :from and occurred_at < :to + %s
                            and (:shop::text is null or shop = :shop)
                            and (:product::text is null or product = :product)
                            and (:touchpoint::text is null or touchpoint = :touchpoint)
                            and not exists (
                                select from event as later
                                where later.merchant_id = event.merchant_id and later.field = event.field
                                    and coalesce(later.replaces, later.settles) = event.event_id
                                    and later.watermark <= :reached)
                            and not exists (
                                select from event as later
                                where later.merchant_id = event.merchant_id and later.field = event.field
                                    and later.settles = event.event_id and later.watermark <= :reached)
                        """.formatted(BEHIND))
                .param("product", window.product())
                .param("touchpoint", window.touchpoint())
                .query(row -> {
                    counted.accept(EventRow.read(ledger.field(), row).event());
                });
    }

    @Override
    public void orders(LedgerId ledger, Moment moment, Window window, Consumer<OrderHistory> known) {
        handOut(ledger, within(ledger, moment, window, """
                        with touched as (
                            select distinct order_id, shop from event
                            where merchant_id = :merchant and field = :field and watermark <= :reached
                                and line_slot is not null and occurred_at >= :from and occurred_at < :to
                                and (:shop::text is null or shop = :shop))
                        """ + KNOWN_OF_TOUCHED), known);
    }

    @Override
    public void ordersOf(LedgerId ledger, Moment moment, Collection<String> audiences, Consumer<OrderHistory> known) {
        handOut(
                ledger,
                at(ledger, moment, """
                                with touched as (
                                    select distinct order_id, shop from event
                                    where merchant_id = :merchant and field = :field and audience = any(:audiences)
                                        and type = 'order.paid' and watermark <= :reached)
                                """ + KNOWN_OF_TOUCHED).param("audiences", audiences.toArray(String[]::new)),
                known);
    }

    @Override
    public void orders(LedgerId ledger, Moment moment, Collection<Order.Key> keys, Consumer<OrderHistory> known) {
        var listed = List.copyOf(keys);
        handOut(
                ledger,
                at(ledger, moment, """
                                with touched as (
                                    select * from unnest(:orders::text[], :shops::text[]) as touched (order_id, shop))
                                """ + KNOWN_OF_TOUCHED)
                        .param("orders", listed.stream().map(Order.Key::order).toArray(String[]::new))
                        .param("shops", listed.stream().map(Order.Key::shop).toArray(String[]::new)),
                known);
    }

    @Override
    public List<Fact> causes(LedgerId ledger, Moment after, Moment until, int limit) {
        return Stream.concat(
                        ownCauses(ledger, after, until, limit).stream(),
                        foreignCauses(ledger, after, until, limit).stream())
                .sorted(Comparator.comparing(Moment::of))
                .limit(limit)
                .toList();
    }

    private List<Fact> ownCauses(LedgerId ledger, Moment after, Moment until, int limit) {
        return OfLedger.sql(jdbc, ledger, "select " + EventRow.COLUMNS + """
                         from event
                        where merchant_id = :merchant and field = :field and watermark > :after and watermark <= :until
                        order by watermark limit :limit
                        """)
                .param("after", reached(ledger, after))
                .param("until", reached(ledger, until))
                .param("limit", limit)
                .query((row, number) -> EventRow.read(ledger.field(), row))
                .list();
    }

    /** Of the orders that the ledger shares with another field: they are few. */
    private List<Fact> foreignCauses(LedgerId ledger, Moment after, Moment until, int limit) {
        return OfLedger.sql(jdbc, ledger, "select " + FOREIGN + """
                         from shared_order join foreign_line using (merchant_id, field, order_id, shop)
                        where merchant_id = :merchant and field = :field and source > :field
                            and (recorded_at, source, watermark) > (:afterRecorded, :afterSource, :afterWatermark)
                            and (recorded_at, source, watermark) <= (:recorded, :source, :watermark)
                        order by recorded_at, source, watermark limit :limit
                        """)
                .param("afterRecorded", after.recorded().atOffset(ZoneOffset.UTC))
                .param("afterSource", FieldCode.of(after.field()))
                .param("afterWatermark", after.watermark())
                .params(of(until))
                .param("limit", limit)
                .query((row, number) -> ofOrder(row))
                .list();
    }

    @Override
    public List<Fact> superseding(LedgerId ledger, Collection<Event> events, long until) {
        var targets = events.stream()
                .flatMap(event -> Stream.of(event.replaces(), event.settles()).filter(Objects::nonNull))
                .collect(Collectors.toSet());
        var ids = Stream.concat(events.stream().map(Event::id), targets.stream());
        return OfLedger.sql(jdbc, ledger, "select " + EventRow.COLUMNS + """
                         from event
                        where merchant_id = :merchant and field = :field and watermark <= :until and watermark in (
                            select watermark from event
                            where merchant_id = :merchant and field = :field and event_id = any(:targets)
                            union all
                            select watermark from event
                            where merchant_id = :merchant and field = :field and coalesce(replaces, settles) = any(:ids)
                            union all
                            select watermark from event
                            where merchant_id = :merchant and field = :field and settles = any(:ids))
                        order by watermark
                        """)
                .param("until", until)
                .param("targets", targets.toArray(String[]::new))
                .param("ids", ids.toArray(String[]::new))
                .query((row, number) -> EventRow.read(ledger.field(), row))
                .list();
    }

    /** The rows of an order lie side by side. */
    private static void handOut(LedgerId ledger, JdbcClient.StatementSpec rows, Consumer<OrderHistory> known) {
        var order = new AtomicReference<@Nullable OrderHistory>();
        rows.query(row -> {
            var fact = ofOrder(row);
            var key = Order.Key.of(fact.event()).orElseThrow();
            var last = order.get();
            if (last == null || !last.key().equals(key)) {
                if (last != null) {
                    known.accept(last);
                }
                last = new OrderHistory(ledger.field());
                order.set(last);
            }
            last.add(fact);
        });
        var last = order.get();
        if (last != null) {
            known.accept(last);
        }
    }

    private static Fact ofOrder(ResultSet row) throws SQLException {
        return EventRow.read(FieldCode.field(row.getShort("source")), row);
    }

    private JdbcClient.StatementSpec within(LedgerId ledger, Moment moment, Window window, String sql) {
        return at(ledger, moment, sql)
                .param("from", window.from().atOffset(ZoneOffset.UTC))
                .param("to", window.to().atOffset(ZoneOffset.UTC))
                .param("shop", window.shop());
    }

    private JdbcClient.StatementSpec at(LedgerId ledger, Moment moment, String sql) {
        return OfLedger.sql(jdbc, ledger, sql)
                .param("reached", reached(ledger, moment))
                .params(of(moment))
                .withFetchSize(ROWS_AT_A_TIME);
    }

    private static Map<String, Object> of(Moment moment) {
        return Map.of(
                "recorded", moment.recorded().atOffset(ZoneOffset.UTC),
                "source", FieldCode.of(moment.field()),
                "watermark", moment.watermark());
    }

    /** The watermark of the last of the ledger's own events that stands before that moment, or at it. */
    private long reached(LedgerId ledger, Moment moment) {
        if (moment.field() == ledger.field() && moment.watermark() != Long.MAX_VALUE) {
            return moment.watermark();
        }
        boolean alike = ledger.field().compareTo(moment.field()) <= 0;
        return position(ledger, alike ? moment.recorded() : moment.recorded().minusMillis(1))
                .watermark();
    }
}
