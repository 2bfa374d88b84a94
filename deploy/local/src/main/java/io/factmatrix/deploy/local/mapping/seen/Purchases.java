package io.factmatrix.deploy.local.mapping.seen;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The paid lines of a file by what a refund knows of them, such as buyer and product. About 150 bytes a line. */
public final class Purchases {

    private final Map<Long, Deque<Purchase>> known = new HashMap<>();

    /** Remembers a line under the fingerprint of what it is found by. */
    public void add(long key, OrderLine line, String currency, long minor) {
        known.computeIfAbsent(key, none -> new ArrayDeque<>(1)).push(new Purchase(line, currency, minor));
    }

    /** The latest of which so much is left. */
    public Optional<Purchase> latest(long key, String field, String shop, String currency, long minor) {
        return known.getOrDefault(key, new ArrayDeque<>()).stream()
                .filter(purchase -> purchase.line.field().equals(field)
                        && purchase.line.shop().equals(shop)
                        && purchase.currency.equals(currency)
                        && purchase.left >= minor)
                .findFirst();
    }

    /** One paid line. */
    public static final class Purchase {

        private final OrderLine line;
        private final String currency;
        private long left;

        Purchase(OrderLine line, String currency, long left) {
            this.line = line;
            this.currency = currency;
            this.left = left;
        }

        public OrderLine line() {
            return line;
        }

        /** So much less is left. */
        public void refund(long minor) {
            left -= minor;
        }
    }
}
