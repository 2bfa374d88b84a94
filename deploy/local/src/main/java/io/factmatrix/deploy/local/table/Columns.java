package io.factmatrix.deploy.local.table;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The columns of a table by their names. {@code #3} is the third one whatever its name, {@code Comments#2} the second of those
 * named Comments.
 */
public record Columns(List<String> names) {

    private static final Pattern NUMBERED = Pattern.compile("(.*)#([1-9][0-9]{0,4})");

    public Columns {
        names = names.stream().map(Columns::stripped).toList();
    }

    public int size() {
        return names.size();
    }

    /** Where that column stands, from 0; empty when there is none, or more than one. */
    public OptionalInt find(String name) {
        var exact = named(name);
        if (exact.size() == 1) {
            return OptionalInt.of(exact.get(0));
        }
        var numbered = NUMBERED.matcher(name);
        if (!exact.isEmpty() || !numbered.matches()) {
            return OptionalInt.empty();
        }
        var position = Integer.parseInt(numbered.group(2)) - 1;
        var candidates = numbered.group(1).isEmpty()
                ? IntStream.range(0, names.size()).boxed().toList()
                : named(numbered.group(1));
        return position < candidates.size() ? OptionalInt.of(candidates.get(position)) : OptionalInt.empty();
    }

    /** Names by which each of them can be found. */
    public List<String> findable() {
        var findable = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            var same = named(name);
            findable.add(name.isEmpty() ? "#" + (i + 1) : same.size() == 1 ? name : name + "#" + (same.indexOf(i) + 1));
        }
        return findable;
    }

    private List<Integer> named(String name) {
        return IntStream.range(0, names.size())
                .filter(i -> !name.isEmpty() && names.get(i).equals(name))
                .boxed()
                .toList();
    }

    /** Without what cannot be seen around it: a byte order mark, spaces of all kinds. */
    private static String stripped(String name) {
        return name.replace("\uFEFF", "").replace('\u00A0', ' ').strip();
    }
}
