package io.factmatrix.deploy.local.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factmatrix.deploy.local.failure.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

    private static final TableFormat CSV = format(StandardCharsets.UTF_8, ',', '"', 1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"UTF-8", "windows-1252", "UTF-16", "ISO-8859-15"})
    void textIsReadInItsEncoding(String encoding) throws IOException {
        var charset = Charset.forName(encoding);

        assertThat(read("é;b\nü;2\n".getBytes(charset), format(charset, ';', '"', 1)))
                .containsExactly("é|b", "2: ü|2");
    }

    @Test
    void chineseIsReadAsGb18030AndMarksOfByteOrderAreNoText() throws IOException {
        var gb = Charset.forName("GB18030");

        assertThat(read("观看次数\n1.2万\n".getBytes(gb), format(gb, ',', '"', 1))).containsExactly("观看次数", "2: 1.2万");
        assertThat(read("\uFEFFa,b\n1,2\n".getBytes(StandardCharsets.UTF_8), CSV))
                .containsExactly("a|b", "2: 1|2");
    }

    @Test
    void bytesThatAreNoTextCostTheirCellAlone() throws IOException {
        var bytes = "a,b\n1,é\n2,e\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(read(bytes, CSV)).containsExactly("a|b", "2: 1|\uFFFD", "3: 2|e");
    }

    @Test
    void aHeaderThatIsNoTextIsTold() {
        var bytes = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16);

        assertThatThrownBy(() -> read(bytes, CSV))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("row 1: bytes that are no UTF-8 (expected: another encoding: in the mapping)");
    }

    @Test
    void rowsAreNumberedAsAnEditorDoes() throws IOException {
        var csv = "Title\n\"of, the\nexport\"\na,b,,\n\n1,\"two\nlines\",,\n , \n2,\"say \"\"hi\"\"\",,\r\n3\n4,5,6,\n";

        assertThat(read(csv, format(StandardCharsets.UTF_8, ',', '"', 4)))
                .containsExactly("a|b", "6: 1|two\nlines", "9: 2|say \"hi\"", "10: 3", "11: 4|5|6");
    }

    @Test
    void delimitersAndQuotesMayBeOthersOrNone() throws IOException {
        assertThat(read("a\tb\n1\t'2\t3'\n", format(StandardCharsets.UTF_8, '\t', '\'', 1)))
                .containsExactly("a|b", "2: 1|2\t3");
        assertThat(read("a|b\n5\" pipe|2\n", format(StandardCharsets.UTF_8, '|', null, 1)))
                .containsExactly("a|b", "2: 5\" pipe|2");
    }

    @Test
    void aFileWithoutAHeaderGetsItsNamesElsewhere() throws IOException {
        var format = new TableFormat(StandardCharsets.UTF_8, ',', '"', 0, List.of("x", "y"), "1");

        assertThat(read("1,2,3\n4,5,6\n", format)).containsExactly("x|y|", "1: 1|2|3", "2: 4|5|6");
    }

    @Test
    void columnsAreFoundByNameOrPlace() {
        var columns = new Columns(List.of(" Views ", "Comments", "Comments", "", "a#2"));

        assertThat(columns.find("Views")).hasValue(0);
        assertThat(columns.find("Comments")).isEmpty();
        assertThat(columns.find("Comments#2")).hasValue(2);
        assertThat(columns.find("Comments#3")).isEmpty();
        assertThat(columns.find("#4")).hasValue(3);
        assertThat(columns.find("a#2")).hasValue(4);
        assertThat(columns.find("views")).isEmpty();
        assertThat(columns.findable()).containsExactly("Views", "Comments#1", "Comments#2", "#4", "a#2");
    }

    @Test
    void aHeaderThatIsNotThereIsTold() {
        assertThatThrownBy(() -> read("a,b\n", format(StandardCharsets.UTF_8, ',', '"', 5)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no row 5 (expected: the names of the columns)");
    }

    @Test
    void aWorkbookIsReadAsTheSameText() throws IOException {
        var file = folder.resolve("book.xlsx");
        try (var out = Files.newOutputStream(file);
                var book = new Workbook(out, "test", "1.0")) {
            book.newWorksheet("Notes").value(0, 0, "nothing");
            var sheet = book.newWorksheet("Orders");
            sheet.value(0, 0, "Export of June");
            sheet.value(2, 0, "id");
            sheet.value(2, 1, "price");
            sheet.value(2, 2, "at");
            sheet.value(2, 3, "day");
            sheet.value(2, 4, "time");
            sheet.value(2, 5, "note");
            sheet.value(2, 6, "length");
            sheet.value(3, 0, 13085);
            sheet.value(3, 1, 2.55 * 3);
            sheet.value(3, 2, LocalDateTime.of(2010, 12, 1, 8, 26));
            sheet.style(3, 2).format("m/d/yyyy h:mm").set();
            sheet.value(3, 3, LocalDate.of(2010, 12, 1));
            sheet.style(3, 3).format("yyyy\"年\"m\"月\"d\"日\"").set();
            sheet.value(3, 4, 0.547917);
            sheet.style(3, 4).format("h:mm").set();
            sheet.value(3, 5, "1.2万");
            sheet.value(3, 6, 1.25);
            sheet.style(3, 6).format("[h]:mm:ss").set();
            sheet.value(5, 0, 576461234567890123L);
            sheet.value(5, 1, 0.1399);
            sheet.style(5, 1).format("0.00%").set();
            sheet.value(5, 2, true);
            sheet.value(5, 3, 1234567.5);
            sheet.style(5, 3).format("#,##0.00 \"days\"").set();
            sheet.value(6, 1, "");
        }
        var format = new TableFormat(StandardCharsets.UTF_8, ',', '"', 3, List.of(), "Orders");

        assertThat(read(file, format, TableFormat.Kind.XLSX))
                .containsExactly(
                        "id|price|at|day|time|note|length",
                        "4: 13085|7.65|2010-12-01T08:26|2010-12-01|13:09|1.2万|30:00:00",
                        "6: 576461234567890123|0.1399|TRUE|1234567.5|||");
        assertThat(read(gzipped(file), format, TableFormat.Kind.XLSX)).hasSize(3);
        assertThatThrownBy(() -> read(
                        file,
                        new TableFormat(StandardCharsets.UTF_8, ',', '"', 3, List.of(), "Sales"),
                        TableFormat.Kind.XLSX))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no sheet Sales (expected: Notes, Orders)");
    }

    @Test
    void whatIsNoWorkbookIsTold() throws IOException {
        var file = Files.writeString(folder.resolve("no.xlsx"), "a,b\n1,2\n");

        assertThatThrownBy(() -> read(file, CSV, TableFormat.Kind.XLSX))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no.xlsx: not read as a workbook");
    }

    private static TableFormat format(Charset encoding, char delimiter, @Nullable Character quote, int header) {
        return new TableFormat(encoding, delimiter, quote, header, List.of(), "1");
    }

    private List<String> read(String text, TableFormat format) throws IOException {
        return read(text.getBytes(format.encoding()), format);
    }

    private List<String> read(byte[] bytes, TableFormat format) throws IOException {
        var file = Files.write(folder.resolve("table.csv"), bytes);
        var rows = read(file, format, TableFormat.Kind.CSV);
        assertThat(read(gzipped(file), format, TableFormat.Kind.CSV)).isEqualTo(rows);
        return rows;
    }

    private static List<String> read(Path file, TableFormat format, TableFormat.Kind kind) throws IOException {
        var rows = new ArrayList<String>();
        try (var table = format.open(file, kind)) {
            rows.add(String.join("|", table.columns().names()));
            for (var row = table.next(); row != null; row = table.next()) {
                rows.add(row.number() + ": " + String.join("|", row.cells()));
            }
        }
        return rows;
    }

    private Path gzipped(Path file) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(Files.readAllBytes(file));
        }
        return Files.write(folder.resolve("packed.gz"), packed.toByteArray());
    }
}
