package io.factmatrix.ledger.store;

import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.Position;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Fact;
import io.factmatrix.ledger.domain.figures.Window;
import io.factmatrix.ledger.domain.history.History;
import io.factmatrix.ledger.domain.history.Moment;
import io.factmatrix.ledger.domain.history.Purchase;
import io.factmatrix.ledger.domain.order.Order;
import io.factmatrix.ledger.domain.order.SharedOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The facts as of a moment; read row by row, however many they are. */
public final class PostgresHistory implements History {

    /** Held in memory while they are read; the driver keeps to it inside a transaction. */
    private static final int ROWS_AT_A_TIME = 2_000;

    /** As far behind the window as an interval of traffic can end that begins in it. */
    private static final String BEHIND = "interval '24 hours'";

    /** Everything that was known of the orders that are {@code touched}: what the field recorded, and what others had. */
    private static final String KNOWN_OF_TOUCHED = """
            select event.field as source, event.order_id, event.shop, event.watermark, recorded_at, event_id, type, replaces,
                touchpoint, product, audience, occurred_at, line, quantity, amount, currency, sample, reason
            from event join touched using (order_id, shop)
            where merchant_id = :merchant and field = :field and line_slot is not null and watermark <= :watermark
            union all
            select source, order_id, shop, watermark, recorded_at, event_id, 'order.paid', replaces,
                touchpoint, product, audience, occurred_at, line, quantity, amount, currency, sample, null
            from foreign_line join touched using (order_id, shop)
            where merchant_id = :merchant and field = :field and recorded_at <= :recorded
            order by order_id, shop, source, watermark
            """;

    private final JdbcClient jdbc;

    public PostgresHistory(JdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
    }

    /** Watermarks have no gaps, and recordedAt grows with them: the last one is found by halving. */
    @Override
    public Position position(LedgerId ledger, Instant recorded) {
        return OfLedger.sql(jdbc, ledger, """
                        with recursive search (low, high) as (
                            select 0::bigint, watermark from ledger where merchant_id = :merchant and field = :field
                            union all
                            select case when event.recorded_at <= :recorded then middle else low end,
                                case when event.recorded_at <= :recorded then high else middle - 1 end
                            from (select low, high, (low + high + 1) / 2 as middle from search where low < high) as halved
                                join event on merchant_id = :merchant and field = :field and watermark = middle)
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
                        where merchant_id = :merchant and field = :field and watermark <= :watermark
                            and type in ('traffic', 'cost', 'service')
                            and occurred_at >= :from and occurred_at < :to + %s
                            and (:shop::text is null or shop = :shop)
                            and (:product::text is null or product = :product)
                            and (:touchpoint::text is null or touchpoint = :touchpoint)
                            and not exists (
                                select from event as later
                                where later.merchant_id = event.merchant_id and later.field = event.field
                                    and coalesce(later.replaces, later.settles) = event.event_id
                                    and later.watermark <= :watermark)
                            and not exists (
                                select from event as later
                                where later.merchant_id = event.merchant_id and later.field = event.field
                                    and later.settles = event.event_id and later.watermark <= :watermark)
                        """.formatted(BEHIND))
                .param("product", window.product())
                .param("touchpoint", window.touchpoint())
                .query(row -> {
                    counted.accept(EventRow.read(ledger.field(), row).event());
                });
    }

    @Override
    public void orders(LedgerId ledger, Moment moment, Window window, Consumer<SharedOrder> known) {
        handOut(ledger, within(ledger, moment, window, """
                        with touched as (
                            select distinct order_id, shop from event
                            where merchant_id = :merchant and field = :field and watermark <= :watermark
                                and line_slot is not null and occurred_at >= :from and occurred_at < :to
                                and (:shop::text is null or shop = :shop))
                        """ + KNOWN_OF_TOUCHED), known);
    }

    @Override
    public void ordersUntil(
            LedgerId ledger, Moment moment, Collection<Purchase> purchases, Consumer<SharedOrder> known) {
        handOut(
                ledger,
                at(ledger, moment, """
                                with named as (
                                    select audience, until::timestamptz
                                    from unnest(:audiences::text[], :moments::text[]) as named (audience, until)),
                                touched as (
                                    select distinct order_id, shop from event join named using (audience)
                                    where merchant_id = :merchant and field = :field and watermark <= :watermark
                                        and type = 'order.paid' and occurred_at <= until)
                                """ + KNOWN_OF_TOUCHED)
                        .param("audiences", column(purchases, Purchase::audience))
                        .param(
                                "moments",
                                column(
                                        purchases,
                                        purchase -> purchase.occurredAt().toString())),
                known);
    }

    private static String[] column(Collection<Purchase> purchases, Function<Purchase, String> of) {
        return purchases.stream().map(of).toArray(String[]::new);
    }

    /** The rows of an order lie side by side. */
    private static void handOut(LedgerId ledger, JdbcClient.StatementSpec rows, Consumer<SharedOrder> known) {
        var orders = new Object() {
            Order.@Nullable Key key;

            @Nullable SharedOrder order;

            void add(Event event) {
                var of = Order.Key.of(event).orElseThrow();
                if (!of.equals(key)) {
                    handOut();
                    key = of;
                    order = new SharedOrder(ledger.field());
                }
                if (order != null) {
                    order.add(event);
                }
            }

            void handOut() {
                if (order != null) {
                    known.accept(order);
                }
            }
        };
        rows.query(row -> {
            orders.add(ofOrder(row).event());
        });
        orders.handOut();
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
                .param("watermark", moment.watermark())
                .param("recorded", moment.recorded().atOffset(ZoneOffset.UTC))
                .withFetchSize(ROWS_AT_A_TIME);
    }
}
