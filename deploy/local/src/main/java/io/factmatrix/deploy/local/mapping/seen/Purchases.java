package io.factmatrix.deploy.local.mapping.seen;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The paid lines of a file by what a refund knows of them, such as buyer and product. Kept in arrays, for there may be millions:
 * some 70 bytes a line.
 */
public final class Purchases {

    private static final int NONE = -1;

    /** The latest purchase of each key; each knows the one before it. */
    private final LongTable latest = new LongTable();

    private final List<Ground> grounds = new ArrayList<>();
    private int[] earlier = new int[1 << 10];
    private long[] left = new long[1 << 10];
    private int[] ground = new int[1 << 10];
    private int[] end = new int[1 << 10];
    private byte[] names = new byte[1 << 14];
    private int size;

    /** Remembers a line under the fingerprint of what it is found by. */
    public void add(long key, OrderLine line, String currency, long minor) {
        if (size == left.length) {
            grow();
        }
        earlier[size] = (int) latest.get(key).orElse(NONE);
        left[size] = minor;
        ground[size] = ground(new Ground(line.field(), line.shop(), currency));
        var name = (line.order() + '\n' + line.line()).getBytes(StandardCharsets.UTF_8);
        var start = start(size);
        while (start + name.length > names.length) {
            names = Arrays.copyOf(names, 2 * names.length);
        }
        System.arraycopy(name, 0, names, start, name.length);
        end[size] = start + name.length;
        latest.put(key, size++);
    }

    /** The latest of which so much is left. */
    public Optional<Purchase> latest(long key, String field, String shop, String currency, long minor) {
        var sought = grounds.indexOf(new Ground(field, shop, currency));
        for (var i = (int) latest.get(key).orElse(NONE); i != NONE; i = earlier[i]) {
            if (ground[i] == sought && left[i] >= minor) {
                return Optional.of(new Purchase(i, line(i)));
            }
        }
        return Optional.empty();
    }

    /** So much less is left of it. */
    public void refund(Purchase purchase, long minor) {
        left[purchase.place] -= minor;
    }

    /** Few: fields, shops and currencies. */
    private int ground(Ground wanted) {
        var known = grounds.indexOf(wanted);
        if (known >= 0) {
            return known;
        }
        grounds.add(wanted);
        return grounds.size() - 1;
    }

    private OrderLine line(int place) {
        var name = new String(names, start(place), end[place] - start(place), StandardCharsets.UTF_8);
        var newline = name.indexOf('\n');
        var where = grounds.get(ground[place]);
        return new OrderLine(where.field, where.shop, name.substring(0, newline), name.substring(newline + 1));
    }

    private int start(int place) {
        return place == 0 ? 0 : end[place - 1];
    }

    private void grow() {
        earlier = Arrays.copyOf(earlier, 2 * size);
        left = Arrays.copyOf(left, 2 * size);
        ground = Arrays.copyOf(ground, 2 * size);
        end = Arrays.copyOf(end, 2 * size);
    }

    /** One paid line. */
    public record Purchase(int place, OrderLine line) {}

    private record Ground(String field, String shop, String currency) {}
}
