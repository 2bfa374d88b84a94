package io.factmatrix.deploy.bench.result;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines under headings, as Markdown whose columns also stand under each other in a terminal. */
public final class Table {

    private final List<List<String>> lines = new ArrayList<>();

    public Table(String... headings) {
        lines.add(List.of(headings));
    }

    /** The comparisons, a line each. */
    public static Table of(List<Comparison> comparisons) {
        var table =
                new Table("benchmark", "median", "limit", "its median", "ratio min", "median", "max", "goal", "met");
        comparisons.forEach(comparison -> table.lines.add(comparison.cells()));
        return table;
    }

    public void add(String... cells) {
        lines.add(List.of(cells));
    }

    public String markdown() {
        var widths = IntStream.range(0, lines.get(0).size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        var rule = IntStream.of(widths).mapToObj("-"::repeat).toList();
        var all = new ArrayList<>(lines);
        all.add(1, rule);
        return all.stream().map(line -> row(line, widths)).collect(Collectors.joining());
    }

    private static String row(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> " " + cells.get(column)
                        + " ".repeat(widths[column] - cells.get(column).length()))
                .collect(Collectors.joining(" |", "|", " |\n"));
    }
}
