package io.factmatrix.deploy.local.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.factmatrix.deploy.local.failure.Failure;
import io.factmatrix.deploy.local.ingest.Source;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of delimited text. What is no text in its encoding is read as U+FFFD, so that it costs its row alone. */
final class CsvTable implements Table {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Stands in no text: with it nothing is quoted. */
    private static final char NO_CHARACTER = '\uFFFF';

    private final Path file;
    private final Source source;
    private final QuotedText text;
    private final CloseableIterator<CsvRecord> records;
    private final Columns columns;
    private @Nullable Row ahead;

    private CsvTable(Path file, Source source, TableFormat format) throws IOException {
        this.file = file;
        this.source = source;
        this.text = text(source, format);
        this.records = records(text, format);
        this.columns = format.hasHeader() ? header(format) : unnamed(format);
    }

    static Table open(Path file, TableFormat format) throws IOException {
        var source = Source.open(file);
        try {
            return new CsvTable(file, source, format);
        } catch (IOException | RuntimeException unreadable) {
            source.close();
            throw unreadable;
        }
    }

    private static CloseableIterator<CsvRecord> records(QuotedText text, TableFormat format) {
        return CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .quoteCharacter(quote(format))
                .skipEmptyLines(true)
                // Ragged rows and wrong quotes are told row by row: neither stops the others.
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(text)
                .iterator();
    }

    private static char quote(TableFormat format) {
        return format.quote() == null ? NO_CHARACTER : format.quote();
    }

    private static QuotedText text(Source source, TableFormat format) throws IOException {
        var text = new PushbackReader(new InputStreamReader(source.content(), format.encoding()));
        var first = text.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            text.unread(first);
        }
        return new QuotedText(text, format.delimiter(), quote(format));
    }

    private Columns header(TableFormat format) throws IOException {
        for (var row = read(); row != null; row = read()) {
            if (row.number() >= format.header()) {
                if (row.hasNoText()) {
                    throw new Failure("%s: row %d: bytes that are no %s (expected: another encoding: in the mapping)"
                            .formatted(file, row.number(), format.encoding()));
                }
                return new Columns(withoutEmptyTail(row.cells(), 0));
            }
        }
        throw new Failure("%s: no row %d (expected: the names of the columns)".formatted(file, format.header()));
    }

    /** Without a header the first row tells how many columns there are. */
    private Columns unnamed(TableFormat format) throws IOException {
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
    public @Nullable Row next() throws IOException {
        var row = ahead == null ? read() : ahead;
        ahead = null;
        while (row != null && row.isBlank()) {
            row = read();
        }
        return row == null ? null : new Row(row.number(), withoutEmptyTail(row.cells(), columns.size()), row.flaw());
    }

    private @Nullable Row read() throws IOException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            var next = records.next();
            long number = next.getStartingLineNumber();
            return new Row(number, next.getFields(), text.flaw(number));
        } catch (UncheckedIOException e) {
            throw new IOException(e.getCause());
        } catch (CsvParseException broken) {
            throw new Failure(file + ": " + broken.getMessage(), broken);
        }
    }

    /** Exports like to end each row with delimiters that no column belongs to. */
    private static List<String> withoutEmptyTail(List<String> cells, int least) {
        var size = cells.size();
        while (size > least && cells.get(size - 1).isBlank()) {
            size--;
        }
        return cells.subList(0, size);
    }

    @Override
    public long position() {
        return source.position();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
