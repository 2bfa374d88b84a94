package io.factmatrix.ledger.store;

import io.factmatrix.ledger.domain.Facts.Stated;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.conflict.Conflict;
import io.factmatrix.ledger.domain.conflict.Conflicts;
import io.factmatrix.ledger.domain.conflict.Evidence;
import io.factmatrix.ledger.domain.event.Content.OfOrder;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conflicts by the states of events, with what the tables hold of their lines: looked up one by one, however long the ledger is. */
public final class PostgresConflicts implements Conflicts {

    /** Looked up at a time where some may be of another kind. */
    private static final int BATCH = 500;

    /** Looked up for one page, found or not: a tenth of a second. */
    private static final int LOOKED_AT = 10_000;

    private final JdbcClient jdbc;

    public PostgresConflicts(JdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
    }

    @Override
    public Page after(LedgerId ledger, Set<Conflict.Kind> kinds, String after, int limit) {
        // By key, as who writes does: of tables that have just grown, the planner knows too little.
        jdbc.sql("set local enable_seqscan = off").update();
        var found = new ArrayList<Stated>();
        var next = find(ledger, kinds, after, limit, found);
        return new Page(conflicts(ledger, found), next);
    }

    /** Where to go on: an event's kind is only known once it is looked up, and no more of them than that at a time. */
    private @Nullable String find(
            LedgerId ledger, Set<Conflict.Kind> kinds, String after, int limit, List<Stated> found) {
        var states = kinds.stream().map(kind -> kind.state().word()).distinct().toArray(String[]::new);
        int batch = allOfTheirStates(kinds) ? limit + 1 : Math.max(limit + 1, BATCH);
        var position = after;
        for (int looked = 0; looked < LOOKED_AT; looked += batch) {
            var stated = stated(ledger, states, position, batch);
            for (var one : stated) {
                if (kinds.stream().anyMatch(kind -> kind.covers(one))) {
                    if (found.size() == limit) {
                        return position;
                    }
                    found.add(one);
                }
                position = one.fact().event().id();
            }
            if (stated.size() < batch) {
                return null;
            }
        }
        return position;
    }

    private static boolean allOfTheirStates(Set<Conflict.Kind> kinds) {
        var states = kinds.stream().map(Conflict.Kind::state).collect(Collectors.toSet());
        return Arrays.stream(Conflict.Kind.values())
                .filter(kind -> states.contains(kind.state()))
                .allMatch(kinds::contains);
    }

    /** The limit inside makes each event be looked up by its id: a join could be planned as a walk through the whole ledger. */
    private List<Stated> stated(LedgerId ledger, String[] states, String after, int limit) {
        return OfLedger.sql(jdbc, ledger, "select state, " + EventRow.COLUMNS + """
                         from (
                            select event_id as id, state from event_state
                            where merchant_id = :merchant and field = :field and event_id > :after
                                and state in ('outclaimed', 'invalid') and state = any(:states)
                            order by event_id limit :limit) as conflicting
                        cross join lateral (
                            select * from event
                            where merchant_id = :merchant and field = :field and event_id = conflicting.id
                            limit 1) as event
                        order by id
                        """)
                .param("states", states)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) ->
                        new Stated(EventRow.read(ledger.field(), row), State.of(row.getString("state"))))
                .list();
    }

    private List<Conflict> conflicts(LedgerId ledger, List<Stated> found) {
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

    private List<Event> recorded(LedgerId ledger, Lines lines) {
        return ofLines(
                        ledger,
                        "select " + EventRow.COLUMNS + LINE_BY_LINE.formatted("event", "line_slot is not null"),
                        lines)
                .query((row, number) -> EventRow.read(ledger.field(), row).event())
                .list();
    }

    private List<Event> foreign(LedgerId ledger, Lines lines) {
        return ofLines(
                        ledger,
                        "select source, " + PaidLineRow.COLUMNS
                                + LINE_BY_LINE.formatted("foreign_line", "source > :field"),
                        lines)
                .query((row, number) -> PaidLineRow.read(row).event(FieldCode.field(row.getShort("source"))))
                .list();
    }

    /** The offset makes these look-ups, too. */
    private static final String LINE_BY_LINE = """
             from unnest(:ofShops::text[], :ofOrders::text[], :ofLines::text[]) as asked (of_shop, of_order, of_line)
            cross join lateral (
                select * from %s
                where merchant_id = :merchant and field = :field and %s
                    and order_id = of_order and shop = of_shop and line = of_line
                offset 0) as found
            order by watermark
            """;

    private JdbcClient.StatementSpec ofLines(LedgerId ledger, String sql, Lines lines) {
        return OfLedger.sql(jdbc, ledger, sql)
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
