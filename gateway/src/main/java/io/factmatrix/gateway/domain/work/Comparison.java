package io.factmatrix.gateway.domain.work;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a rule found, beside the items whose causes stood: what is new, and what stands no more. What could not be read is in neither.
 *
 * @param fresh that have no item
 * @param gone by item, with how that was seen
 */
public record Comparison(List<Finding> fresh, Map<WorkItem, String> gone) {

    private static final String NOT_FOUND = "its evidence is gone";
    private static final String OUTDONE = "its evidence is another";
    private static final String OFF = "its rule is off";

    public static Comparison of(List<WorkItem> standing, Findings findings) {
        var now = findings.found().stream()
                .collect(
                        Collectors.toMap(Finding::cause, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        var gone = new LinkedHashMap<WorkItem, String>();
        var fresh = new LinkedHashMap<>(now);
        for (var item : standing) {
            var found = now.get(item.found().cause());
            if (found == null) {
                if (!item.isAboutAny(findings.unread().keySet())) {
                    gone.put(item, NOT_FOUND);
                }
            } else if (item.isOutdoneBy(found)) {
                gone.put(item, OUTDONE);
            } else {
                fresh.remove(found.cause());
            }
        }
        return new Comparison(new ArrayList<>(fresh.values()), gone);
    }

    /** Of a rule by which nothing is looked for any more. */
    public static Comparison off(List<WorkItem> standing) {
        var gone = new LinkedHashMap<WorkItem, String>();
        standing.forEach(item -> gone.put(item, OFF));
        return new Comparison(List.of(), gone);
    }
}
