package io.factmatrix.deploy.acceptance.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Ids of what there is, by the name that paths give them, as answers have told. */
public final class Ids {

    private static final int MOST = 200;

    private final Map<String, List<String>> ids = new HashMap<>();
    private final List<PathForm> paths;

    /** A path that ends in an id: its name, what is above it, and the whole as an expression whose only group is the id. */
    private record PathForm(String name, String above, Pattern form) {}

    public Ids(ApiDocument document) {
        paths = document.paths().stream()
                .filter(path -> path.matches(".*/\\{[^/]+}"))
                .map(Ids::form)
                .toList();
    }

    private static PathForm form(String path) {
        int end = path.lastIndexOf('/');
        var above = path.substring(0, end);
        return new PathForm(
                path.substring(end + 2, path.length() - 1),
                above,
                Pattern.compile(above.replaceAll("\\{[^/]+}", "[^/?]+") + "/([^/?]+)"));
    }

    /** Those that are known by that name. */
    public List<String> of(String name) {
        return ids.getOrDefault(name, List.of());
    }

    /** Learns from the {@code Location} of what was added. */
    public void learnLocation(String location) {
        for (var path : paths) {
            var matcher = path.form().matcher(location);
            if (matcher.matches()) {
                add(path.name(), Writing.decoded(matcher.group(1)));
            }
        }
    }

    /** Learns from the items of a list. */
    public void learnItems(Operation list, JsonNode items) {
        paths.stream()
                .filter(path -> path.above().equals(list.path()))
                .forEach(path ->
                        items.forEach(item -> add(path.name(), item.path("id").asString(""))));
    }

    private void add(String name, String id) {
        var all = ids.computeIfAbsent(name, each -> new ArrayList<>());
        if (!id.isEmpty() && all.size() < MOST && !all.contains(id)) {
            all.add(id);
        }
    }
}
