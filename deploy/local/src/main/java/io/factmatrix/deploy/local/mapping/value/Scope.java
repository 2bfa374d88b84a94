package io.factmatrix.deploy.local.mapping.value;

import io.factmatrix.deploy.local.mapping.yaml.Nearest;
import io.factmatrix.deploy.local.mapping.yaml.Part;
import io.factmatrix.deploy.local.table.Columns;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The columns that values are taken from, and what says nothing in all of them. Remembers which were asked for. */
public final class Scope {

    private final Columns columns;
    private final Set<String> unknown;
    private final Set<Integer> used = new LinkedHashSet<>();
    private Set<String> taken = new LinkedHashSet<>();

    /**
     * @param unknown texts that say nothing, besides the empty one
     */
    public Scope(Columns columns, Set<String> unknown) {
        this.columns = columns;
        this.unknown = Set.copyOf(unknown);
    }

    /** Where a column stands; refused with what was near it when there is none. */
    public int column(Part where, String name) {
        var column = columns.find(name)
                .orElseThrow(() -> where.refused(
                        "no column " + name,
                        "one of " + Nearest.list(columns.findable()) + Nearest.to(name, columns.findable())));
        used.add(column);
        taken.add(name);
        return column;
    }

    List<Integer> columns(Part names) {
        var found = new ArrayList<Integer>();
        for (var name : names.list()) {
            found.add(column(name, name.text()));
        }
        return found;
    }

    /** The names of the columns that were asked for since the last call. */
    public List<String> taken() {
        var names = List.copyOf(taken);
        taken = new LinkedHashSet<>();
        return names;
    }

    /** The names of the columns that nothing asked for. */
    public List<String> unused() {
        var findable = columns.findable();
        var names = new ArrayList<String>();
        for (int i = 0; i < findable.size(); i++) {
            if (!used.contains(i)) {
                names.add(findable.get(i));
            }
        }
        return names;
    }

    String name(int column) {
        return columns.findable().get(column);
    }

    Set<String> unknown() {
        return unknown;
    }
}
