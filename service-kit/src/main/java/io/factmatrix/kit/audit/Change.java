package io.factmatrix.kit.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was done to a thing.
 *
 * @param resource what kind of thing, in the singular: {@code room}
 * @param id of the thing
 * @param action what was done, as a past participle: {@code created}
 * @param differences of its members, none that stayed as it was
 */
public record Change(String resource, String id, String action, List<Difference> differences) {

    /**
     * A member that changed.
     *
     * @param from as in the API; null where it was not there
     * @param to as in the API; null where it is not there any more
     */
    public record Difference(
            String name, @Nullable Object from, @Nullable Object to) {}

    public Change {
        differences = List.copyOf(differences);
    }

    /** The change of those members into these; none before a thing was made. */
    public static Change of(
            String resource,
            String id,
            String action,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after) {
        var names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        var differences = new ArrayList<Difference>();
        for (var name : names) {
            var difference = new Difference(name, before.get(name), after.get(name));
            if (!Objects.equals(difference.from(), difference.to())) {
                differences.add(difference);
            }
        }
        return new Change(resource, id, action, differences);
    }
}
