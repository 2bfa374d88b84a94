package io.factmatrix.deploy.local.table;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table.
 *
 * @param number where it begins, as an editor counts
 * @param cells as they stand there; as many as there are columns, or the row is ragged
 * @param flaw why nobody can tell what stands in it; null when one can
 */
public record Row(long number, List<String> cells, @Nullable String flaw) {

    private static final char NO_TEXT = '\uFFFD';

    public Row(long number, List<String> cells) {
        this(number, cells, null);
    }

    /** The row as one line of comma-separated text. */
    public String text() {
        return cells.stream().map(Row::quoted).collect(Collectors.joining(","));
    }

    /** Whether some of its bytes were no text in the encoding of the file. */
    public boolean hasNoText() {
        return cells.stream().anyMatch(cell -> cell.indexOf(NO_TEXT) >= 0);
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
