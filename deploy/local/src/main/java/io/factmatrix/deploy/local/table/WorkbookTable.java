package io.factmatrix.deploy.local.table;

import io.factmatrix.deploy.local.failure.Failure;
import io.factmatrix.deploy.local.ingest.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** A sheet of a workbook, its cells as the same text that they would be in CSV: {@link CellText}. */
final class WorkbookTable implements Table {

    private final Path file;
    private final Path unpacked;
    private final ReadableWorkbook workbook;
    private final Stream<org.dhatim.fastexcel.reader.Row> open;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final CellText cells;
    private final Columns columns;
    private @Nullable Row ahead;

    private WorkbookTable(Path file, Path unpacked, ReadableWorkbook workbook, TableFormat format) throws IOException {
        this.file = file;
        this.unpacked = unpacked;
        this.workbook = workbook;
        this.cells = new CellText(workbook.isDate1904());
        this.open = sheet(format.sheet()).openStream();
        this.rows = open.iterator();
        this.columns = format.hasHeader() ? header(format) : unnamed(format);
    }

    static Table open(Path file, TableFormat format) throws IOException {
        var unpacked = unpacked(file);
        try {
            return new WorkbookTable(file, unpacked, workbook(file, unpacked), format);
        } catch (IOException | RuntimeException unreadable) {
            if (!unpacked.equals(file)) {
                Files.delete(unpacked);
            }
            throw unreadable;
        }
    }

    private static ReadableWorkbook workbook(Path file, Path unpacked) {
        try {
            return new ReadableWorkbook(unpacked.toFile(), new ReadingOptions(true, false));
        } catch (IOException | ExcelReaderException broken) {
            throw new Failure(file + ": not read as a workbook (expected: xlsx): " + broken.getMessage(), broken);
        }
    }

    /** A workbook is read from here and there: what is packed once more is unpacked first. */
    private static Path unpacked(Path file) throws IOException {
        try (var source = Source.open(file)) {
            if (!source.isPacked()) {
                return file;
            }
            var copy = Files.createTempFile("fact-", ".xlsx");
            Files.copy(source.content(), copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        }
    }

    private Sheet sheet(String wanted) {
        var sheets = workbook.getSheets().toList();
        Optional<Sheet> byNumber = wanted.matches("[1-9][0-9]{0,3}")
                ? sheets.stream().skip(Long.parseLong(wanted) - 1).findFirst()
                : Optional.empty();
        return workbook.findSheet(wanted)
                .or(() -> byNumber)
                .orElseThrow(() -> new Failure("%s: no sheet %s (expected: %s)"
                        .formatted(
                                file,
                                wanted,
                                sheets.stream().map(Sheet::getName).collect(Collectors.joining(", ")))));
    }

    private Columns header(TableFormat format) {
        for (var row = read(); row != null; row = read()) {
            if (row.number() >= format.header()) {
                return new Columns(row.cells());
            }
        }
        throw new Failure("%s: no row %d (expected: the names of the columns)".formatted(file, format.header()));
    }

    private Columns unnamed(TableFormat format) {
        var first = read();
        ahead = first;
        var names = new ArrayList<>(format.columns());
        while (first != null && names.size() < first.cells().size()) {
            names.add("");
        }
        return new Columns(names);
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public @Nullable Row next() {
        var row = ahead == null ? read() : ahead;
        ahead = null;
        while (row != null && row.isBlank()) {
            row = read();
        }
        return row == null ? null : filled(row);
    }

    private @Nullable Row read() {
        if (!rows.hasNext()) {
            return null;
        }
        var row = rows.next();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            texts.add(row.getOptionalCell(i).map(cells::of).orElse(""));
        }
        while (!texts.isEmpty() && texts.get(texts.size() - 1).isBlank()) {
            texts.remove(texts.size() - 1);
        }
        return new Row(row.getRowNum(), texts);
    }

    /** A workbook does not keep the empty cells at the end of a row. */
    private Row filled(Row row) {
        var cells = new ArrayList<>(row.cells());
        while (cells.size() < columns.size()) {
            cells.add("");
        }
        return new Row(row.number(), cells);
    }

    /** Not known: the parts of a workbook are not read in the order they lie in. */
    @Override
    public long position() {
        return 0;
    }

    @Override
    public void close() throws IOException {
        open.close();
        workbook.close();
        if (!unpacked.equals(file)) {
            Files.delete(unpacked);
        }
    }
}
