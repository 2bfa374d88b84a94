package io.factmatrix.deploy.local.table;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a file are told.
 *
 * @param encoding of CSV
 * @param delimiter of CSV
 * @param quote of CSV; null when nothing is quoted
 * @param header the number of the row that names the columns; 0 when none does
 * @param columns their names where no row has them
 * @param sheet name or number, from 1, of the sheet of a workbook
 */
public record TableFormat(
        Charset encoding, char delimiter, @Nullable Character quote, int header, List<String> columns, String sheet) {

    /** The kinds of files. */
    public enum Kind {
        CSV,
        XLSX
    }

    /** Opens a file, plain or gzipped; a {@code Failure} when it has no such table. */
    public Table open(Path file, Kind kind) throws IOException {
        return kind == Kind.CSV ? CsvTable.open(file, this) : WorkbookTable.open(file, this);
    }

    boolean hasHeader() {
        return header > 0;
    }
}
