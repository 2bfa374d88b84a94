package io.factmatrix.ledger.store;

import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import com.google.common.hash.Hashing;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.order.Order;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Knows of a ledger's events, up to a watermark, which keys they certainly do <em>not</em> have, so that the store need not be
 * asked for what is new. It only saves work: the store's keys are what proves. Used by whoever holds the ledger, so by one
 * thread at a time.
 */
final class SeenKeys {

    private final Keys ids = new Keys();
    private final Keys targets = new Keys();
    private final Keys orders = new Keys();
    private long watermark;

    /** Up to where the ledger is known. */
    long watermark() {
        return watermark;
    }

    void reached(long position) {
        watermark = position;
    }

    void add(Event event) {
        add(
                event.id(),
                event.replaces(),
                event.settles(),
                Order.Key.of(event).map(Order.Key::order).orElse(null));
    }

    void add(String id, @Nullable String replaces, @Nullable String settles, @Nullable String order) {
        ids.add(id);
        if (replaces != null) {
            targets.add(replaces);
        }
        if (settles != null) {
            targets.add(settles);
        }
        if (order != null) {
            orders.add(order);
        }
    }

    /** Whether an event of that id may be there. */
    boolean mayHold(String id) {
        return ids.mayContain(id);
    }

    /** Whether an event that replaces or settles that id may be there. */
    boolean maySupersede(String id) {
        return targets.mayContain(id);
    }

    /** Whether something about that order may be there. */
    boolean mayConcern(String order) {
        return orders.mayContain(order);
    }

    /** Bloom filters that grow with what is added: each twice as large as the one before. */
    private static final class Keys {

        private static final int FIRST = 4_000;
        private static final double FALSE_POSITIVES = 0.01;

        private final List<BloomFilter<Long>> filters = new ArrayList<>();
        private int room;

        void add(String key) {
            if (room == 0) {
                room = FIRST << filters.size();
                filters.add(BloomFilter.create(Funnels.longFunnel(), room, FALSE_POSITIVES));
            }
            if (filters.get(filters.size() - 1).put(fingerprint(key))) {
                room--;
            }
        }

        boolean mayContain(String key) {
            var fingerprint = fingerprint(key);
            for (var filter : filters) {
                if (filter.mightContain(fingerprint)) {
                    return true;
                }
            }
            return false;
        }

        private static Long fingerprint(String key) {
            return Hashing.farmHashFingerprint64()
                    .hashString(key, StandardCharsets.ISO_8859_1)
                    .asLong();
        }
    }
}
