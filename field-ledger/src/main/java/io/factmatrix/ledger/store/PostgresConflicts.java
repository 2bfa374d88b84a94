package io.factmatrix.ledger.store;

import io.factmatrix.ledger.domain.Facts.Stated;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.conflict.Conflict;
import io.factmatrix.ledger.domain.conflict.Conflicts;
import io.factmatrix.ledger.domain.conflict.Evidence;
import io.factmatrix.ledger.domain.event.Content.OfOrder;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.State;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conflicts by the states of events, with what the tables hold of their lines: a page in four statements, however long the ledger is. */
public final class PostgresConflicts implements Conflicts {

    private final JdbcClient jdbc;

    public PostgresConflicts(JdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
    }

    @Override
    public List<Conflict> after(LedgerId ledger, Set<Conflict.Kind> kinds, String after, int limit) {
        var found = find(ledger, kinds, after, limit);
        if (found.isEmpty()) {
            return List.of();
        }
        var lines =
                new Lines(found.stream().map(stated -> stated.fact().event()).toList());
        var evidence = new Evidence(
                recorded(ledger, lines),
                foreign(ledger, lines),
                OutclaimedLines.of(jdbc, ledger, Set.of(lines.orders())));
        return found.stream().map(evidence::of).toList();
    }

    /** The limit inside makes each event be looked up by its id: a join could be planned as a walk through the whole ledger. */
    private List<Stated> find(LedgerId ledger, Set<Conflict.Kind> kinds, String after, int limit) {
        return OfLedger.sql(jdbc, ledger, "select state, " + EventRow.COLUMNS + """
                         from (
                            select event_id as id, state from event_state
                            where merchant_id = :merchant and field = :field and event_id > :after
                                and state in ('outclaimed', 'invalid') and state = any(:states)
                            order by event_id) as conflicting
                        cross join lateral (
                            select * from event
                            where merchant_id = :merchant and field = :field and event_id = conflicting.id
                                and type = any(:types)
                            limit 1) as event
                        order by id limit :limit
                        """)
                .param("states", words(kinds, kind -> kind.state().word()))
                .param("types", words(kinds, kind -> kind.type().word()))
                .param("after", after)
                .param("limit", limit)
                .query((row, number) ->
                        new Stated(EventRow.read(ledger.field(), row), State.of(row.getString("state"))))
                .list();
    }

    private static String[] words(Set<Conflict.Kind> kinds, Function<Conflict.Kind, String> word) {
        return kinds.stream().map(word).distinct().toArray(String[]::new);
    }

    private List<Event> recorded(LedgerId ledger, Lines lines) {
        return ofLines(ledger, "select " + EventRow.COLUMNS + """
                         from event
                        where merchant_id = :merchant and field = :field and line_slot is not null
                            and order_id = any(:orders) and (shop, order_id, line) in (
                                select * from unnest(:ofShops::text[], :ofOrders::text[], :ofLines::text[]))
                        order by watermark
                        """, lines)
                .query((row, number) -> EventRow.read(ledger.field(), row).event())
                .list();
    }

    private List<Event> foreign(LedgerId ledger, Lines lines) {
        return ofLines(ledger, "select source, " + PaidLineRow.COLUMNS + """
                         from foreign_line
                        where merchant_id = :merchant and field = :field and source > :field
                            and order_id = any(:orders) and (shop, order_id, line) in (
                                select * from unnest(:ofShops::text[], :ofOrders::text[], :ofLines::text[]))
                        order by source, watermark
                        """, lines)
                .query((row, number) -> PaidLineRow.read(row).event(FieldCode.field(row.getShort("source"))))
                .list();
    }

    private JdbcClient.StatementSpec ofLines(LedgerId ledger, String sql, Lines lines) {
        return OfLedger.sql(jdbc, ledger, sql)
                .param("orders", lines.orders())
                .param("ofShops", lines.column(LineKey::shop))
                .param("ofOrders", lines.column(LineKey::order))
                .param("ofLines", lines.column(LineKey::line));
    }

    private record LineKey(String shop, String order, String line) {}

    /** The lines that events concern, each once. An order may have many others. */
    private static final class Lines {

        private final Set<LineKey> keys = new HashSet<>();

        Lines(Collection<Event> events) {
            for (var event : events) {
                var content = (OfOrder) event.content();
                keys.add(new LineKey(event.shop(), content.order(), content.line()));
            }
        }

        String[] orders() {
            return keys.stream().map(LineKey::order).distinct().toArray(String[]::new);
        }

        String[] column(Function<LineKey, String> value) {
            return keys.stream().map(value).toArray(String[]::new);
        }
    }
}
