package io.factmatrix.deploy.local.mapping;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factmatrix.deploy.local.failure.Failure;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mapping that cannot be meant is refused by name, with its line, before any row is read. */
class MappingErrorsTest {

    private static final String GOOD = """
            times:
              zone: Asia/Shanghai
            events:
              - type: order.paid
                id: "{Invoice}"
                field: livestream
                touchpoint: t
                occurredAt: "{Date}"
                order: "{Invoice}"
                product: "{Stock Code}"
                quantity: "{Quantity}"
                amount: {column: Price, currency: CNY}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "zone: Asia/Shanghai|zon: Asia/Shanghai|line 2: times.zon: unknown (expected: one of language, zone, pattern; nearest: zone)",
                "zone: Asia/Shanghai|zone: Asia/Shangri-La|line 2: times.zone: Asia/Shangri-La (expected: a time zone such as Asia/Shanghai)",
                "zone: Asia/Shanghai|pattern: d/M/yyyy h:mm|line 2: times.pattern: d/M/yyyy h:mm (expected: a pattern such as d/M/yyyy H:mm (h:mm a for 12 hours)",
                "zone: Asia/Shanghai|pattern: foo|line 2: times.pattern: foo (expected: a pattern",
                "times:|timez:|timez: unknown (expected: one of",
                "order.paid|order.payed|line 4: events[1].type: order.payed (expected: one of traffic, audience, order.paid",
                "{Stock Code}|{StockCod}|line 10: events[1].product: no column StockCod (expected: one of Invoice, Stock Code, Quantity, Price, Date; nearest: Stock Code)",
                "~\"{Stock Code}\"~|~{Stock Code}~|line 10: events[1].product: a map (expected: a text; braces need quotes around them: \"{Column}\")",
                "{Stock Code}|{Stock Code|line 10: events[1].product: {Stock Code (expected: a } for each {",
                "quantity:|quantitty:|events[1].quantity: absent (expected: a value)",
                "touchpoint: t|touchpiont: t|events[1].touchpoint: absent (expected: a value)",
                "touchpoint: t|likes: ~\"1\"~|events[1].touchpoint: absent",
                "~quantity: \"{Quantity}\"~|~quantity: \"{Quantity}\"\n    likes: \"1\"~|line 12: events[1].likes: unknown (expected: one of type, when, id, field, touchpoint",
                "livestream|live|events[1].field: live (expected: one of unattributed, livestream",
                "currency: CNY|curency: CNY|events[1].amount: no currency (expected: currency: beside the number, or for the whole file)",
                "currency: CNY|currency: YUAN|events[1].amount.currency: YUAN (expected: an ISO 4217 currency such as CNY)",
                "currency: CNY|currency: CNY, round: up|events[1].amount.round: up (expected: half-up, half-even or down)",
                "currency: CNY|currency: CNY, as: fen|events[1].amount.as: fen (expected: minor, duration",
                "currency: CNY|currency: CNY, text: x|events[1].amount: column and text (expected: one of column and text)",
                "currency: CNY|currency: CNY, otherwise: x|otherwise: nothing to be otherwise than",
                "currency: CNY|currency: CNY, match: (|events[1].amount.match: ( (expected: a regular expression: Unclosed group)",
                "currency: CNY|currency: CNY, column: Price|events[1].amount.column: twice (expected: once)",
                "currency: CNY|currency: [CNY|no YAML",
                "currency: CNY|currency: CNY, replace: {a: $1}|(expected: $1 to $0, a group of the pattern",
                "~id: \"{Invoice}\"~|~id: {text: \"{Invoice}\", repeats: maybe}~|events[1].id.repeats: maybe (expected: refuse, keep or skip)",
                "~id: \"{Invoice}\"~|~id: {text: \"{Invoice}\", salt: x}~|events[1].id.salt: for nothing (expected: hash: true beside it)",
                "field: livestream|~field: livestream\n    when: {Quantity: {abov: 0}}~|line 7: events[1].when.Quantity.abov: unknown (expected: one of is, not, matches, unknown, above, below; nearest: above)",
                "field: livestream|~field: livestream\n    when: {Quantities: 0}~|no column Quantities (expected: one of Invoice, Stock Code, Quantity",
                "events:|evts:|events: absent (expected: a value)",
                "type: order.paid|type: traffic|events[1]: not two of start, end and duration",
            })
    void isToldWithItsLineAndWhatWasExpected(String good, String bad, String message) {
        var mapping = GOOD.replace(good, bad.replace("\\n", "\n"));

        assertThatThrownBy(() -> Mapped.of(folder, mapping, "Invoice,Stock Code,Quantity,Price,Date\n"))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("mapping.yaml, line ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "encoding: EBCDIC-9|file.encoding: EBCDIC-9 (expected: an encoding such as UTF-8, windows-1252 or GB18030)",
                "delimiter: ';;'|file.delimiter: ;; (expected: one letter in quotes",
                "header: first|file.header: first (expected: the number of the row",
                "columns: [a]|file.columns: beside a header (expected: header: none)",
                "heder: 1|file.heder: unknown (expected: one of header, columns, encoding",
            })
    void soAreWordsAboutTheFile(String bad, String message) {
        assertThatThrownBy(() -> Mapped.of(folder, "file: {" + bad + "}\n" + GOOD, "a\n"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(message);
    }
}
