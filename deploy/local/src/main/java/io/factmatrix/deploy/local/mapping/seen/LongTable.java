package io.factmatrix.deploy.local.mapping.seen;

import java.util.OptionalLong;

/** Numbers by fingerprint: 21 to 43 bytes each, where a {@code HashMap} takes 80. */
final class LongTable {

    /** An empty place has this key; what has it by chance is kept apart. */
    private static final long EMPTY = 0;

    private long[] keys = new long[1 << 10];
    private long[] values = new long[1 << 10];
    private int size;
    private boolean holdsEmpty;
    private long ofEmpty;

    OptionalLong get(long key) {
        if (key == EMPTY) {
            return holdsEmpty ? OptionalLong.of(ofEmpty) : OptionalLong.empty();
        }
        var place = place(key);
        return keys[place] == key ? OptionalLong.of(values[place]) : OptionalLong.empty();
    }

    void put(long key, long value) {
        if (key == EMPTY) {
            holdsEmpty = true;
            ofEmpty = value;
            return;
        }
        var place = place(key);
        if (keys[place] != key) {
            if (4 * ++size > 3 * keys.length) {
                grow();
                place = place(key);
            }
            keys[place] = key;
        }
        values[place] = value;
    }

    /** One more than before. */
    long count(long key) {
        var count = get(key).orElse(0) + 1;
        put(key, count);
        return count;
    }

    /** Where the key is, or else would be. */
    private int place(long key) {
        var place = (int) key & (keys.length - 1);
        while (keys[place] != EMPTY && keys[place] != key) {
            place = (place + 1) & (keys.length - 1);
        }
        return place;
    }

    private void grow() {
        var oldKeys = keys;
        var oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new long[2 * oldKeys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != EMPTY) {
                var place = place(oldKeys[i]);
                keys[place] = oldKeys[i];
                values[place] = oldValues[i];
            }
        }
    }
}
