package io.factmatrix.gateway.domain;

import io.factmatrix.ledger.domain.event.Field;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader of all fields has come: the fields that are not read to their end, each with the position behind which it goes
 * on, as its service told it; empty before the first. A field that did not answer stays unread, while others are read on.
 */
public record Unread(Map<Field, String> positions) {

    public Unread {
        var sorted = new EnumMap<Field, String>(Field.class);
        sorted.putAll(positions);
        positions = Collections.unmodifiableMap(sorted);
    }

    /** Nothing of these fields has been read. */
    public static Unread all(Collection<Field> fields) {
        var positions = new EnumMap<Field, String>(Field.class);
        fields.forEach(field -> positions.put(field, ""));
        return new Unread(positions);
    }

    /** Whether all is read. */
    public boolean isEmpty() {
        return positions.isEmpty();
    }

    /** Read on in that field up to that position, or to its end. */
    Unread after(Field field, @Nullable String position) {
        var left = new EnumMap<Field, String>(Field.class);
        left.putAll(positions);
        if (position == null) {
            left.remove(field);
        } else {
            left.put(field, position);
        }
        return new Unread(left);
    }
}
