package io.factmatrix.deploy.local.mapping.yaml;

import io.factmatrix.deploy.local.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One value in a YAML file, that knows where it stands.
 *
 * @param path the way to it, as errors name it
 */
public record Part(String file, String path, Node node) {

    private static final String QUOTES = "a text; braces need quotes around them: \"{Column}\"";

    public boolean isText() {
        return node instanceof ScalarNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isSection() {
        return node instanceof MappingNode;
    }

    /** The text as it is written; empty for nothing at all. */
    public String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue();
        }
        throw refused(shown(), isUnquoted() ? QUOTES : "a text");
    }

    /** {@code {Invoice}} without quotes is a map to YAML. */
    public boolean isUnquoted() {
        return node instanceof MappingNode map
                && map.getValue().size() == 1
                && map.getValue().get(0).getValueNode() instanceof ScalarNode value
                && value.getValue().isEmpty();
    }

    /** The text as one of these words. */
    public <T> T word(Function<String, Optional<T>> of, String expected) {
        var text = text();
        return of.apply(text).orElseThrow(() -> refused(text, expected));
    }

    public boolean flag() {
        return word(
                text -> text.equals("true")
                        ? Optional.of(true)
                        : text.equals("false") ? Optional.of(false) : Optional.empty(),
                "true or false");
    }

    /** A list; what stands alone is a list of one. */
    public List<Part> list() {
        if (!(node instanceof SequenceNode list)) {
            return List.of(this);
        }
        var parts = new ArrayList<Part>();
        for (var each : list.getValue()) {
            parts.add(new Part(file, path + "[" + (parts.size() + 1) + "]", each));
        }
        return parts;
    }

    public List<String> texts() {
        return list().stream().map(Part::text).toList();
    }

    /** A map, read anew: what is not asked for is unknown. */
    public Section section() {
        if (node instanceof MappingNode map) {
            return new Section(this, map);
        }
        throw refused(shown(), "a map of names to values");
    }

    /** That this value is not what was expected. */
    public Failure refused(String value, String expected) {
        return failure(named() + value + " (expected: " + expected + ")");
    }

    /** Says that about this part. */
    public Failure failure(String what) {
        return new Failure("%s, line %d: %s".formatted(file, line(node), what));
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private String named() {
        return path.isEmpty() ? "" : path + ": ";
    }

    private String shown() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : isList() ? "a list" : "a map";
    }
}
