package io.factmatrix.deploy.local.mapping.yaml;

import io.factmatrix.deploy.local.failure.Failure;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A map in a YAML file, whose values are taken out by name; what is left over in the end is refused by name. */
public final class Section {

    private static final String MERGE = "<<";

    private final Part part;
    private final Map<String, Part> left = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    Section(Part part, MappingNode map) {
        this.part = part;
        for (var entry : map.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw part.refused("a key that is no text", "a text before each colon");
            }
            if (key.getValue().equals(MERGE)) {
                merge(entry.getValueNode());
            } else if (keys.put(key.getValue(), key) == null) {
                left.put(key.getValue(), new Part(part.file(), below(key.getValue()), entry.getValueNode()));
            } else {
                throw at(key, below(key.getValue()) + ": twice (expected: once)");
            }
        }
    }

    /** What stands here itself goes before what is merged in. */
    private void merge(Node other) {
        for (var each : new Part(part.file(), part.path(), other).list()) {
            each.section().left.forEach(left::putIfAbsent);
        }
    }

    /** The map itself. */
    public Part part() {
        return part;
    }

    public Optional<Part> take(String name) {
        asked.add(name);
        return Optional.ofNullable(left.remove(name));
    }

    public Part need(String name) {
        return take(name).orElseThrow(() -> part.failure(below(name) + ": absent (expected: a value)"));
    }

    /** Whatever is there, in the order in which it is written. */
    public Map<String, Part> takeAll() {
        var all = new LinkedHashMap<>(left);
        left.clear();
        return all;
    }

    public boolean has(String name) {
        return left.containsKey(name);
    }

    /** Refuses what nobody asked for. */
    public void nothingLeft() {
        for (var entry : left.entrySet()) {
            var name = entry.getKey();
            throw at(
                    keys.getOrDefault(name, entry.getValue().node()),
                    "%s: unknown (expected: one of %s%s)"
                            .formatted(below(name), String.join(", ", asked), Nearest.to(name, asked)));
        }
    }

    private Failure at(Node node, String what) {
        return new Failure("%s, line %d: %s".formatted(part.file(), Part.line(node), what));
    }

    private String below(String name) {
        return part.path().isEmpty() ? name : part.path() + "." + name;
    }
}
