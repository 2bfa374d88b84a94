package io.factmatrix.gateway.domain.work;

import io.factmatrix.ledger.domain.event.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a rule has found at a moment.
 *
 * @param unread the fields whose evidence could not be read, each with the reason: of them nothing is known
 */
public record Findings(List<Finding> found, Map<Field, String> unread) {

    public static final Findings NONE = new Findings(List.of(), Map.of());

    public Findings {
        found = List.copyOf(found);
        unread = Map.copyOf(unread);
    }

    public static Findings of(List<Finding> found) {
        return new Findings(found, Map.of());
    }

    public static Findings unread(Field field, String reason) {
        return new Findings(List.of(), Map.of(field, reason));
    }

    public Findings plus(Findings other) {
        var all = new ArrayList<>(found);
        all.addAll(other.found);
        var without = new LinkedHashMap<>(unread);
        without.putAll(other.unread);
        return new Findings(all, without);
    }
}
