package io.factmatrix.deploy.helm;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which names expressions may have: metrics that are listed or recorded, labels, and the words of the language that are used here. No parser, but
 * it tells of every name that is not known, and of brackets that do not close.
 */
final class PromQl {

    private static final Pattern LISTED = Pattern.compile("(?m)^\\| `(\\w+)` \\|");
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern RANGE = Pattern.compile("\\[(\\d+[smhd](:\\d+[smhd])?|\\$__rate_interval)]");
    private static final Pattern OFFSET = Pattern.compile("offset \\d+[smhd]");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][\\w:]*");

    private static final Set<String> WORDS = Set.of(
            "absent",
            "and",
            "avg_over_time",
            "bool",
            "by",
            "group_left",
            "histogram_quantile",
            "increase",
            "label_replace",
            "max",
            "min",
            "on",
            "or",
            "rate",
            "sum",
            "up");

    private static final Set<String> LABELS = Set.of(
            "app_kubernetes_io_component",
            "app_kubernetes_io_name",
            "area",
            "code",
            "field",
            "kind",
            "le",
            "method",
            "name",
            "namespace",
            "outcome",
            "pod",
            "program",
            "source",
            "state",
            "status",
            "threads",
            "turns",
            "uri");

    private final Set<String> known = new HashSet<>();

    private PromQl(Stream<String> metrics) {
        known.addAll(WORDS);
        known.addAll(LABELS);
        metrics.forEach(known::add);
    }

    /**
     * @param list the tables of metrics
     */
    static PromQl of(String list, Collection<String> recorded) {
        var listed = LISTED.matcher(list).results().map(row -> row.group(1)).collect(Collectors.toSet());
        var told = listed.stream()
                .flatMap(name -> name.endsWith("_seconds")
                        ? Stream.of(name, name + "_bucket", name + "_count", name + "_sum", name + "_max")
                        : Stream.of(name));
        return new PromQl(Stream.concat(told, recorded.stream()));
    }

    /** What is not known of it, brackets that do not close included. */
    Set<String> unknown(String expression) {
        var text = TEXT.matcher(expression).replaceAll("");
        var bare = OFFSET.matcher(RANGE.matcher(text).replaceAll("")).replaceAll("");
        var unknown = new TreeSet<String>();
        NAME.matcher(bare)
                .results()
                .map(name -> name.group())
                .filter(name -> !known.contains(name))
                .forEach(unknown::add);
        var open = new ArrayDeque<Character>();
        for (int at = 0; at < bare.length(); at++) {
            char sign = bare.charAt(at);
            if (sign == '(' || sign == '{' || sign == '[') {
                open.push(sign);
            } else if (sign == ')' || sign == '}' || sign == ']') {
                char opened = open.isEmpty() ? ' ' : open.pop();
                if ("(){}[]".indexOf(opened) + 1 != "(){}[]".indexOf(sign)) {
                    unknown.add(String.valueOf(sign));
                }
            }
        }
        open.forEach(sign -> unknown.add(String.valueOf(sign)));
        return unknown;
    }
}
