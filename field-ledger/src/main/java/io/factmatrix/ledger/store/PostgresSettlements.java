package io.factmatrix.ledger.store;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Fact;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.order.Order;
import io.factmatrix.ledger.domain.settlement.Claims;
import io.factmatrix.ledger.domain.settlement.Cursor;
import io.factmatrix.ledger.domain.settlement.Feed;
import io.factmatrix.ledger.domain.settlement.FirstPurchase;
import io.factmatrix.ledger.domain.settlement.PaidLine;
import io.factmatrix.ledger.domain.settlement.Settlements;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a ledger knows of the others, in PostgreSQL. */
public final class PostgresSettlements implements Settlements {

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final Rollups rollups;
    private final States states;

    public PostgresSettlements(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.rollups = new Rollups(template);
        this.states = new States(jdbc);
    }

    @Override
    public List<LedgerId> kept() {
        return jdbc.sql("select merchant_id, field from kept_ledgers()")
                .query((row, number) -> new LedgerId(
                        MerchantId.of(row.getString("merchant_id")), FieldCode.field(row.getShort("field"))))
                .list();
    }

    @Override
    public long parked() {
        return jdbc.sql("select parked_refunds()").query(Long.class).single();
    }

    @Override
    public Optional<Cursor> cursor(LedgerId ledger, Field source, Feed feed) {
        return OfLedger.sql(jdbc, ledger, """
                        select coalesce(settled.position, 0) as position, coalesce(settled.through, 0) as through
                        from ledger left join settled
                            on settled.merchant_id = ledger.merchant_id and settled.field = ledger.field
                            and settled.source = :source and settled.feed = :feed
                        where ledger.merchant_id = :merchant and ledger.field = :field and ledger.watermark > 0
                        """)
                .param("source", FieldCode.of(source))
                .param("feed", feed.word())
                .query((row, number) -> new Cursor(row.getLong("position"), row.getLong("through")))
                .optional();
    }

    @Override
    public void keep(LedgerId ledger, Field source, Feed feed, Cursor cursor) {
        OfLedger.sql(jdbc, ledger, """
                        insert into settled (merchant_id, field, source, feed, position, through)
                        values (:merchant, :field, :source, :feed, :position, :through)
                        on conflict (merchant_id, field, source, feed)
                            do update set position = excluded.position, through = excluded.through
                        """)
                .param("source", FieldCode.of(source))
                .param("feed", feed.word())
                .param("position", cursor.position())
                .param("through", cursor.through())
                .update();
    }

    @Override
    public List<Fact> ofOrders(LedgerId ledger, Collection<String> orders) {
        return OfLedger.sql(jdbc, ledger, "select " + EventRow.COLUMNS + """
                         from event
                        where merchant_id = :merchant and field = :field
                            and line_slot is not null and order_id = any(:orders)
                        order by watermark
                        """)
                .param("orders", orders.toArray(String[]::new))
                .query((row, number) -> EventRow.read(ledger.field(), row))
                .list();
    }

    @Override
    public List<Event> foreignOfOrders(LedgerId ledger, Collection<String> orders) {
        return OfLedger.sql(jdbc, ledger, "select source, " + PaidLineRow.COLUMNS + """
                         from foreign_line
                        where merchant_id = :merchant and field = :field and order_id = any(:orders)
                        order by source, watermark
                        """)
                .param("orders", orders.toArray(String[]::new))
                .query((row, number) -> PaidLineRow.read(row).event(FieldCode.field(row.getShort("source"))))
                .list();
    }

    @Override
    public void takeInLines(LedgerId ledger, Field source, List<PaidLine> lines) {
        template.batchUpdate(
                """
                        insert into foreign_line (merchant_id, field, source, %s)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing
                        """.formatted(PaidLineRow.COLUMNS), lines, Math.max(1, lines.size()), (statement, line) -> {
                    new InsertRow(statement)
                            .text(ledger.merchant().value())
                            .int2(FieldCode.of(ledger.field()))
                            .int2(FieldCode.of(source))
                            .int8(line.watermark())
                            .time(line.recordedAt())
                            .text(line.id())
                            .text(line.replaces())
                            .text(line.shop())
                            .text(line.touchpoint())
                            .text(line.product())
                            .text(line.audience())
                            .time(line.occurredAt())
                            .text(line.order())
                            .text(line.line())
                            .int8(line.quantity())
                            .int8(line.minor())
                            .text(line.currency())
                            .bool(line.sample());
                });
    }

    @Override
    public Map<Order.Key, Map<String, Field>> outclaimed(LedgerId ledger, Collection<String> orders) {
        return OutclaimedLines.of(jdbc, ledger, orders);
    }

    @Override
    public void keepClaims(LedgerId ledger, Claims.Changes changes) {
        rollups.add(ledger, changes.rollup());
        states.keep(ledger, changes.states());
        if (!changes.outclaimed().isEmpty()) {
            OutclaimedLines.keep(jdbc, ledger, changes.outclaimed());
            OfLedger.sql(
                            jdbc,
                            ledger,
                            "update ledger set contested = true where merchant_id = :merchant and field = :field")
                    .update();
        }
        keepShared(ledger, changes.shared());
    }

    /** Each at a position of its own: a reader may stop behind any of them. */
    private void keepShared(LedgerId ledger, Set<Order.Key> shared) {
        if (!shared.isEmpty()) {
            var keys = List.copyOf(shared);
            told(
                    ledger,
                    OfLedger.sql(jdbc, ledger, """
                                    insert into shared_order (merchant_id, field, order_id, shop, position)
                                    select :merchant, :field, order_id, shop, told + place
                                    from unnest(:orders::text[], :shops::text[]) with ordinality
                                            as shared (order_id, shop, place),
                                        (select told from ledger
                                            where merchant_id = :merchant and field = :field) as ledger
                                    on conflict (merchant_id, field, order_id, shop)
                                        do update set position = excluded.position
                                    """)
                            .param("orders", keys.stream().map(Order.Key::order).toArray(String[]::new))
                            .param("shops", keys.stream().map(Order.Key::shop).toArray(String[]::new))
                            .update());
        }
    }

    @Override
    public Set<String> audiences(LedgerId ledger, List<PaidLine> lines) {
        var audiences = new HashSet<String>();
        lines.stream().map(PaidLine::audience).filter(Objects::nonNull).forEach(audiences::add);
        var replaced =
                lines.stream().map(PaidLine::replaces).filter(Objects::nonNull).toArray(String[]::new);
        if (replaced.length > 0) {
            audiences.addAll(OfLedger.sql(jdbc, ledger, """
                            select distinct audience from event
                            where merchant_id = :merchant and field = :field and event_id = any(:ids)
                                and audience is not null
                            """)
                    .param("ids", replaced)
                    .query(String.class)
                    .list());
        }
        return audiences;
    }

    @Override
    public void findFirsts(LedgerId ledger, Collection<String> audiences) {
        if (audiences.isEmpty()) {
            return;
        }
        told(
                ledger,
                OfLedger.sql(jdbc, ledger, """
                        with found as (
                            select person.audience, earliest.*
                            from unnest(:audiences::text[]) as person (audience) left join lateral (
                                select occurred_at, event_id, shop, touchpoint, product from event
                                where merchant_id = :merchant and field = :field and audience = person.audience
                                    and type = 'order.paid' and not sample
                                    and not exists (
                                        select from event_state
                                        where event_state.merchant_id = event.merchant_id
                                            and event_state.field = event.field
                                            and event_state.event_id = event.event_id)
                                order by occurred_at, event_id limit 1) as earliest on true),
                        changed as (
                            select found.*, row_number() over (order by found.audience) as place
                            from found left join first_purchase as known
                                on known.merchant_id = :merchant and known.field = :field
                                and known.audience = found.audience
                            where found.event_id is distinct from known.event_id)
                        insert into first_purchase
                            (merchant_id, field, audience, occurred_at, event_id, shop, touchpoint, product, is_new, position)
                        select :merchant, :field, audience, occurred_at, event_id, shop, touchpoint, product,
                            occurred_at is not null and %s, told + place
                        from changed as own, (
                            select told from ledger where merchant_id = :merchant and field = :field) as ledger
                        on conflict (merchant_id, field, audience) do update set
                            occurred_at = excluded.occurred_at, event_id = excluded.event_id, shop = excluded.shop,
                            touchpoint = excluded.touchpoint, product = excluded.product, is_new = excluded.is_new,
                            position = excluded.position
                        """.formatted(NOBODY_EARLIER))
                        .param("audiences", audiences.toArray(String[]::new))
                        .update());
    }

    /** Ties: the smaller id, then the stronger field. */
    private static final String NOBODY_EARLIER = """
            not exists (
                select from foreign_first as other
                where other.merchant_id = :merchant and other.field = :field and other.audience = own.audience
                    and (other.occurred_at, other.event_id, -other.source) < (own.occurred_at, own.event_id, -:field))
            """;

    @Override
    public void takeInFirsts(LedgerId ledger, Field source, List<FirstPurchase> firsts) {
        var audiences = firsts.stream().map(FirstPurchase::audience).toArray(String[]::new);
        OfLedger.sql(jdbc, ledger, """
                        insert into foreign_first (merchant_id, field, audience, source, occurred_at, event_id)
                        select :merchant, :field, audience, :source, occurred_at::timestamptz, event_id
                        from unnest(:audiences::text[], :moments::text[], :ids::text[])
                            as first (audience, occurred_at, event_id)
                        on conflict (merchant_id, field, audience, source)
                            do update set occurred_at = excluded.occurred_at, event_id = excluded.event_id
                        """)
                .param("source", FieldCode.of(source))
                .param("audiences", audiences)
                .param(
                        "moments",
                        firsts.stream().map(PostgresSettlements::moment).toArray(String[]::new))
                .param("ids", firsts.stream().map(FirstPurchase::id).toArray(String[]::new))
                .update();
        changed(
                ledger,
                OfLedger.sql(jdbc, ledger, """
                        update first_purchase as own set is_new = not own.is_new
                        where own.merchant_id = :merchant and own.field = :field and own.audience = any(:audiences)
                            and own.is_new <> (own.occurred_at is not null and %s)
                        """.formatted(NOBODY_EARLIER))
                        .param("audiences", audiences)
                        .update());
    }

    private static @Nullable String moment(FirstPurchase first) {
        return first.occurredAt() == null ? null : first.occurredAt().toString();
    }

    /** So many things are told to the others, each at a position of its own. */
    private void told(LedgerId ledger, int entries) {
        OfLedger.sql(jdbc, ledger, """
                        update ledger set told = told + :entries, settlement = settlement + :entries
                        where merchant_id = :merchant and field = :field and :entries > 0
                        """).param("entries", entries).update();
    }

    /** Whoever remembers the figures is to ask again when they changed. */
    private void changed(LedgerId ledger, int changes) {
        OfLedger.sql(jdbc, ledger, """
                        update ledger set settlement = settlement + :changes
                        where merchant_id = :merchant and field = :field and :changes > 0
                        """).param("changes", changes).update();
    }
}
