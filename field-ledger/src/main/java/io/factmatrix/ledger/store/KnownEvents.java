package io.factmatrix.ledger.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.Ledgers.Held;
import io.factmatrix.ledger.domain.decision.Batch;
import io.factmatrix.ledger.domain.decision.Known;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Fact;
import io.factmatrix.ledger.domain.order.Order;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds what a ledger holds that could matter to a batch, asking only for what {@link SeenKeys} cannot rule out. */
final class KnownEvents {

    /** Ledgers whose keys are remembered; of others everything is looked up until they have been read again. */
    private static final int LEDGERS = 2_000;

    /** Events read at a time to learn what another replica, or an earlier life of this one, has stored. */
    private static final int CATCH_UP = 50_000;

    private final JdbcClient jdbc;
    private final Cache<LedgerId, SeenKeys> seen =
            Caffeine.newBuilder().maximumSize(LEDGERS).build();

    KnownEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Known to(Held held, List<Event> events) {
        var keys = caughtUp(held);
        boolean complete = keys.watermark() == held.position().watermark();
        var ids = new HashSet<String>();
        var superseded = new HashSet<String>();
        var orders = new HashSet<String>();
        for (var event : events) {
            for (var id : idsIn(event)) {
                add(id, !complete || keys.mayHold(id), ids);
                add(id, !complete || keys.maySupersede(id), superseded);
            }
            Order.Key.of(event).ifPresent(key -> add(key.order(), !complete || keys.mayConcern(key.order()), orders));
        }
        var found = new TreeSet<Fact>(Comparator.comparingLong(Fact::watermark));
        find(held.ledger(), "event_id", ids, found);
        find(held.ledger(), "coalesce(replaces, settles)", superseded, found);
        find(held.ledger(), "settles", superseded, found);
        find(held.ledger(), "line_slot is not null and order_id", orders, found);
        findChains(held.ledger(), events, found);
        return new Known(found.stream().map(Fact::event).toList(), outclaimed(held, orders));
    }

    private Map<Order.Key, Set<String>> outclaimed(Held held, Set<String> orders) {
        var outclaimed = new HashMap<Order.Key, Set<String>>();
        if (held.contested()) {
            OutclaimedLines.of(jdbc, held.ledger(), orders)
                    .forEach((key, lines) -> outclaimed.put(key, lines.keySet()));
        }
        return outclaimed;
    }

    private static void add(String key, boolean mayBeThere, Set<String> keys) {
        if (mayBeThere) {
            keys.add(key);
        }
    }

    /** Its own, and those that it names. */
    private static List<String> idsIn(Event event) {
        var ids = new ArrayList<String>(1);
        ids.add(event.id());
        if (event.replaces() != null) {
            ids.add(event.replaces());
        }
        if (event.settles() != null) {
            ids.add(event.settles());
        }
        return ids;
    }

    /** A batch was kept: its keys are known from now on. */
    void kept(Held held, Batch.Changes changes, long watermark) {
        var keys = seen.getIfPresent(held.ledger());
        if (keys != null && keys.watermark() == held.position().watermark()) {
            changes.facts().forEach(keys::add);
            keys.reached(watermark);
        }
    }

    /** The store knew better: everything is looked up until the ledger has been read again. */
    void forget(LedgerId ledger) {
        seen.invalidate(ledger);
    }

    private SeenKeys caughtUp(Held held) {
        var keys = seen.get(held.ledger(), unseen -> new SeenKeys());
        if (keys.watermark() < held.position().watermark()) {
            readOn(held.ledger(), keys);
        }
        return keys;
    }

    private void readOn(LedgerId ledger, SeenKeys keys) {
        OfLedger.sql(jdbc, ledger, """
                        select watermark, event_id, replaces, settles, order_id from event
                        where merchant_id = :merchant and field = :field and watermark > :seen
                        order by watermark limit :limit
                        """)
                .param("seen", keys.watermark())
                .param("limit", CATCH_UP)
                .query(row -> {
                    keys.add(
                            row.getString("event_id"),
                            row.getString("replaces"),
                            row.getString("settles"),
                            row.getString("order_id"));
                    keys.reached(row.getLong("watermark"));
                });
    }

    /** What a correction of a corrected event leads back to: only so can a circle be seen. */
    private void findChains(LedgerId ledger, List<Event> events, Collection<Fact> found) {
        if (events.stream().allMatch(event -> event.supersedes() == null)) {
            return;
        }
        var looked = new HashSet<String>();
        var next = missing(found, looked);
        while (!next.isEmpty()) {
            looked.addAll(next);
            find(ledger, "event_id", next, found);
            next = missing(found, looked);
        }
    }

    private static Set<String> missing(Collection<Fact> found, Set<String> looked) {
        var ids = new HashSet<String>();
        found.forEach(fact -> ids.add(fact.event().id()));
        var missing = new HashSet<String>();
        for (var fact : found) {
            var target = fact.event().supersedes();
            if (target != null && !ids.contains(target) && !looked.contains(target)) {
                missing.add(target);
            }
        }
        return missing;
    }

    private void find(LedgerId ledger, String key, Set<String> values, Collection<Fact> found) {
        if (values.isEmpty()) {
            return;
        }
        OfLedger.sql(
                        jdbc,
                        ledger,
                        "select " + EventRow.COLUMNS
                                + " from event where merchant_id = :merchant and field = :field and " + key
                                + " = any(:values)")
                .param("values", values.toArray(String[]::new))
                .query((row, number) -> EventRow.read(ledger.field(), row))
                .list()
                .forEach(found::add);
    }
}
