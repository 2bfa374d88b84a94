package io.factmatrix.kit.export;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records of RFC 4180, each ended by a line feed. What is absent is an empty cell; text is written as it is, and in quotes where it
 * holds a comma, a quote, a line break or a {@code #}.
 *
 * <p>So no line of a row begins with {@code #}, and the last one does: readers that know comments pass over it, for the others it
 * has as many cells as the header. That a line within a quoted cell is not mistaken for it either, should an export be cut there,
 * is what its quotes are for: within a cell every quote is doubled.
 */
final class CsvRows implements Rows {

    private final List<Column> columns;
    private final ClosedBytes bytes;

    CsvRows(List<Column> columns, ClosedBytes bytes) {
        this.columns = columns;
        this.bytes = bytes;
    }

    @Override
    public void writeHeader() {
        for (int place = 0; place < columns.size(); place++) {
            separate(place);
            cell(columns.get(place).name());
        }
        bytes.write('\n');
    }

    @Override
    public void write(Map<String, ?> row) {
        for (int place = 0; place < columns.size(); place++) {
            separate(place);
            cell(columns.get(place).in(row));
        }
        bytes.write('\n');
    }

    @Override
    public void writeClosing(Closing closing) {
        bytes.write("#end,\"rows\"," + closing.rows() + ",\"sha256\"," + closing.sha256());
        closing.besides().forEach((name, value) -> {
            bytes.write(",\"" + name + "\",");
            cell(value);
        });
        int cells = 5 + 2 * closing.besides().size();
        bytes.write(",".repeat(Math.max(0, columns.size() - cells)) + "\n");
    }

    private void separate(int place) {
        if (place > 0) {
            bytes.write(',');
        }
    }

    private void cell(@Nullable Object value) {
        if (value == null) {
            return;
        }
        var text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        if (value instanceof String && needsQuotes(text)) {
            bytes.write('"');
            bytes.write(text.replace("\"", "\"\""));
            bytes.write('"');
        } else {
            bytes.write(text);
        }
    }

    /** An empty text is not an absent one. */
    private static boolean needsQuotes(String text) {
        for (int place = 0; place < text.length(); place++) {
            switch (text.charAt(place)) {
                case ',', '"', '#', '\n', '\r' -> {
                    return true;
                }
                default -> {}
            }
        }
        return text.isEmpty();
    }
}
