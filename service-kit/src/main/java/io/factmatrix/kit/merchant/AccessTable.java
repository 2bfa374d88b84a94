package io.factmatrix.kit.merchant;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/**
 * Who may do what under {@code /v1}: the lines of a module, one beside the other. What no line of any table covers is not served.
 *
 * @param rules in the order in which they are asked; the first that covers a call is the one
 */
public record AccessTable(List<AccessRule> rules) {

    public AccessTable {
        rules = List.copyOf(rules);
    }

    public static AccessTable of(AccessRule... rules) {
        return new AccessTable(List.of(rules));
    }

    static AccessTable all(Stream<AccessTable> tables) {
        return new AccessTable(tables.flatMap(table -> table.rules().stream()).toList());
    }

    /** The roles that may make that call; empty for a call that there is not. */
    Set<Role> roles(HttpMethod method, PathContainer path) {
        return rules.stream()
                .filter(rule -> rule.covers(method, path))
                .findFirst()
                .map(AccessRule::roles)
                .orElse(Set.of());
    }

    /** The methods that may be called on that path, as an {@code Allow} header lists them; empty for a path that there is not. */
    Set<String> methods(PathContainer path) {
        var methods = rules.stream()
                .filter(rule -> rule.path().matches(path))
                .map(rule -> rule.method().name())
                .collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains(HttpMethod.GET.name())) {
            methods.add(HttpMethod.HEAD.name());
        }
        return methods;
    }
}
