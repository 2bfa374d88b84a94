package io.factmatrix.kit.merchant;

import io.factmatrix.kit.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may do what under {@code /v1}: the lines of a module, one beside the other. What no line of any table covers is not served.
 *
 * @param rules in the order in which they are asked; the first that covers a call is the one
 * @param choices paths such as {@code …/departments/{department}}, of which each word that there is has rules of its own
 */
public record AccessTable(List<AccessRule> rules, List<PathPattern> choices) {

    public AccessTable {
        rules = List.copyOf(rules);
        choices = List.copyOf(choices);
    }

    public static AccessTable of(AccessRule... rules) {
        return new AccessTable(List.of(rules), List.of());
    }

    /** The same, which tells whoever asks for another word at the end of that path what it may be. */
    public AccessTable choosing(String path) {
        return new AccessTable(rules, List.of(PathPatternParser.defaultInstance.parse(path)));
    }

    static AccessTable all(Stream<AccessTable> tables) {
        var all = tables.toList();
        return new AccessTable(
                all.stream().flatMap(table -> table.rules().stream()).toList(),
                all.stream().flatMap(table -> table.choices().stream()).toList());
    }

    /** The roles that may make that call; empty for a call that there is not. */
    Set<Role> roles(HttpMethod method, PathContainer path) {
        return rules.stream()
                .filter(rule -> rule.covers(method, path))
                .findFirst()
                .map(AccessRule::roles)
                .orElse(Set.of());
    }

    /** Why there is no such path: 404 {@code path.unknown}, or of a choice such as {@code department.unknown}. */
    ProblemException unknown(PathContainer path) {
        return choices.stream()
                .flatMap(choice -> Optional.ofNullable(choice.matchAndExtract(path))
                        .map(found -> unknown(choice, found.getUriVariables()))
                        .stream())
                .findFirst()
                .orElseGet(() -> ProblemException.noSuchPath(path.value()));
    }

    private ProblemException unknown(PathPattern choice, Map<String, String> given) {
        var pattern = choice.getPatternString();
        int at = pattern.lastIndexOf('/') + 1;
        var name = pattern.substring(at + 1, pattern.length() - 1);
        var words = rules.stream()
                .map(rule -> rule.path().getPatternString())
                .filter(path -> path.startsWith(pattern.substring(0, at)))
                .map(path -> path.substring(at))
                .collect(Collectors.toCollection(TreeSet::new));
        return new ProblemException(
                404,
                name + ".unknown",
                "%s: %s (expected: one of %s)".formatted(name, given.get(name), String.join(", ", words)));
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
