package io.factmatrix.deploy.local.table;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One row of a table.
 *
 * @param number where it begins, as an editor counts
 * @param cells as they stand there; as many as there are columns, or the row is ragged
 */
public record Row(long number, List<String> cells) {

    /** The row as one line of comma-separated text. */
    public String text() {
        return cells.stream().map(Row::quoted).collect(Collectors.joining(","));
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }

    private static String quoted(String cell) {
        var needed =
                cell.chars().anyMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r');
        return needed ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
