package io.factmatrix.kit.export;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column of a CSV: a member of the object that a row is, or one further in.
 *
 * @param path the names of the members, from outside in
 */
public record Column(String name, List<String> path) {

    /** A member, or one further in by dots, with its path for a name: {@code id}, {@code people.entered}. */
    public static Column of(String path) {
        return at(path, path);
    }

    /** The same, by another name. */
    public static Column at(String name, String path) {
        return new Column(name, List.of(path.split("\\.", -1)));
    }

    /** What that row has there; null when it has nothing. */
    @Nullable Object in(Map<String, ?> row) {
        @Nullable Object value = row.get(path.get(0));
        for (int depth = 1; depth < path.size(); depth++) {
            value = value instanceof Map<?, ?> members ? members.get(path.get(depth)) : null;
        }
        return value;
    }
}
