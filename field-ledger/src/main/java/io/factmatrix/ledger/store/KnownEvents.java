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
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        var found = new TreeSet<Fact>(Comparator.comparingLong(Fact::watermark));
        var targets = events.stream().flatMap(KnownEvents::targets);
        var ids = Stream.concat(events.stream().map(Event::id), targets).collect(Collectors.toSet());
        find(held.ledger(), "event_id", only(ids, complete, keys::mayHold), found);
        var replaced = only(ids, complete, keys::mayReplace);
        find(held.ledger(), "coalesce(replaces, settles)", replaced, found);
        find(held.ledger(), "settles", replaced, found);
        var orders = events.stream()
                .flatMap(event -> Order.Key.of(event).map(Order.Key::order).stream())
                .collect(Collectors.toSet());
        find(held.ledger(), "line_slot is not null and order_id", only(orders, complete, keys::mayConcern), found);
        findChains(held.ledger(), events, found);
        return new Known(found.stream().map(Fact::event).toList());
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
        jdbc.sql("""
                        select watermark, event_id, replaces, settles, order_id from event
                        where merchant_id = :merchant and field = :field and watermark > :seen
                        order by watermark limit :limit
                        """)
                .param("merchant", ledger.merchant().value())
                .param("field", FieldCode.of(ledger.field()))
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

    private static Stream<String> targets(Event event) {
        return Stream.of(event.replaces(), event.settles()).filter(Objects::nonNull);
    }

    private static Set<String> only(Set<String> keys, boolean complete, Predicate<String> mayBeThere) {
        return complete ? keys.stream().filter(mayBeThere).collect(Collectors.toSet()) : keys;
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
        jdbc.sql("select " + EventRow.COLUMNS + " from event where merchant_id = :merchant and field = :field and "
                        + key + " = any(:values)")
                .param("merchant", ledger.merchant().value())
                .param("field", FieldCode.of(ledger.field()))
                .param("values", values.toArray(String[]::new))
                .query((row, number) -> EventRow.read(ledger.field(), row))
                .list()
                .forEach(found::add);
    }
}
