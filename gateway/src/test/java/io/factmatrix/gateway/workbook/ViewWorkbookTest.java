package io.factmatrix.gateway.workbook;

import static io.factmatrix.gateway.testing.StubService.gmv;
import static io.factmatrix.gateway.testing.StubService.settled;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.gateway.domain.OperatingView;
import io.factmatrix.gateway.domain.OperatingView.Scoreboard;
import io.factmatrix.gateway.domain.Period;
import io.factmatrix.gateway.domain.Question;
import io.factmatrix.gateway.domain.Section;
import io.factmatrix.gateway.domain.Section.Fresh;
import io.factmatrix.gateway.domain.Section.Missing;
import io.factmatrix.gateway.domain.Section.Stale;
import io.factmatrix.gateway.domain.Sections;
import io.factmatrix.gateway.domain.definition.Definition;
import io.factmatrix.gateway.domain.definition.Definitions;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.Position;
import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.AudienceSketch;
import io.factmatrix.ledger.domain.figures.Buyers;
import io.factmatrix.ledger.domain.figures.FieldFigures;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.Figures.Foreign;
import io.factmatrix.ledger.domain.figures.Figures.Fraction;
import io.factmatrix.ledger.domain.figures.Figures.Reported;
import io.factmatrix.ledger.domain.figures.Ratio;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowingConsumer;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The workbook, read back. */
class ViewWorkbookTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Columns of the figures of the total, and of the fields where nothing is compared. */
    private static final int TOTAL = 3;

    private static final int LIVESTREAM = 4;
    private static final int KOL = 7;

    @Test
    void everyFigureOfAViewHasItsDefinitionInItsOrderAndTheOtherWayRound() {
        var metrics = JSON.valueToTree(view("CNY", null, busy(1)).body()).at("/total/metrics");
        var members = new ArrayList<String>();
        leaves("", metrics, members);
        assertThat(members)
                .containsExactlyElementsOf(
                        Definitions.ALL.stream().map(Definition::member).toList());
    }

    /** Members with members of their own, but for those whose members are no metrics. */
    private static void leaves(String path, JsonNode node, List<String> members) {
        var groups = List.of("buyers", "costByCategory", "coverage");
        node.properties().forEach(member -> {
            var name = path + member.getKey();
            if (member.getValue().isObject() && !groups.contains(name)) {
                leaves(name + ".", member.getValue(), members);
            } else {
                members.add(name);
            }
        });
    }

    @Test
    void everyDefinitionSaysSomethingInBothLanguages() throws IOException {
        assertThat(Definitions.ALL).allSatisfy(definition -> {
            for (var text : List.of(definition.name(), definition.meaning())) {
                assertThat(text.english()).isNotBlank();
                assertThat(text.chinese()).containsPattern("\\p{IsHan}|^UV");
            }
        });
        var api = JSON.readTree(new ClassPathResource("openapi.json").getContentAsString(UTF_8));
        assertThat(api.findPath("CostEvent")
                        .findPath("category")
                        .required("enum")
                        .valueStream()
                        .map(JsonNode::stringValue))
                .containsExactlyInAnyOrderElementsOf(Definitions.COST_CATEGORIES.keySet());
    }

    @Test
    void figuresAreNumbersAsTheViewHasThem() {
        var sheet = sheet(view("CNY", null, busy(65_957_101)), 0);
        assertThat(cell(sheet, "gmv", TOTAL)).satisfies(is("659571.01", "#,##0.00"));
        assertThat(cell(sheet, "gmv", LIVESTREAM)).satisfies(is("659571.01", "#,##0.00"));
        assertThat(cell(sheet, "orders", TOTAL)).satisfies(is("1", "#,##0"));
        assertThat(cell(sheet, "roi", TOTAL)).satisfies(is("65957101", "#,##0.00"));
        assertThat(cell(sheet, "newBuyerShare", TOTAL)).satisfies(is("1", "0.00%"));
        assertThat(cell(sheet, "costByCategory.ads", LIVESTREAM)).satisfies(is("0.01", "#,##0.00"));
        assertThat(cell(sheet, "buyers.value", TOTAL)).satisfies(is("1", "#,##0"));
        assertThat(cell(sheet, "buyers.lower", TOTAL)).satisfies(is("1", "#,##0"));
        assertThat(cell(sheet, "buyers.upper", TOTAL)).satisfies(is("1", "#,##0"));
        assertThat(text(cell(sheet, "buyers.exact", TOTAL))).isEqualTo("yes 是");
        assertThat(cell(sheet, "coverage.views", TOTAL).getDataFormatString()).isEqualTo("0.00%");
    }

    @Test
    void whatIsUnknownIsNeitherZeroNorBlank() {
        var sheet = sheet(view("CNY", null, busy(100)), 0);
        assertThat(text(cell(sheet, "likes", TOTAL))).isEqualTo("—");
        assertThat(text(cell(sheet, "gpm.impression", TOTAL))).isEqualTo("—");
        assertThat(text(cell(sheet, "gmv", KOL))).isEqualTo("—");
        assertThat(text(cell(sheet, "costByCategory.ads", KOL))).isEqualTo("—");
        var figures = sheet.stream().dropWhile(row -> !row.getCellText(0).equals("GMV"));
        assertThat(figures)
                .hasSizeGreaterThan(40)
                .allSatisfy(row -> assertThat(row.getCells(TOTAL, KOL + 2))
                        .allSatisfy(cell -> assertThat(cell.getType()).isIn(CellType.NUMBER, CellType.STRING)));
    }

    @Test
    void aNumberThatNoDoubleHoldsIsShownByItsDigits() {
        var sheet = sheet(view("CNY", null, busy(999_999_999_999_999L)), 0);
        assertThat(cell(sheet, "gmv", TOTAL)).satisfies(is("9999999999999.99", "#,##0.00"));
        sheet = sheet(view("CNY", null, busy(1_234_567_890_123_456_789L)), 0);
        assertThat(cell(sheet, "gmv", TOTAL).getType()).isEqualTo(CellType.STRING);
        assertThat(text(cell(sheet, "gmv", TOTAL))).isEqualTo("12345678901234567.89");
    }

    @Test
    void moneyHasTheDigitsOfItsCurrency() {
        assertThat(cell(sheet(view("JPY", null, busy(12_345)), 0), "gmv", TOTAL))
                .satisfies(is("12345", "#,##0"));
        assertThat(cell(sheet(view("KWD", null, busy(12_345)), 0), "gmv", TOTAL))
                .satisfies(is("12.345", "#,##0.000"));
        var others = sheet(view("CNY", null, busy(1)), 2);
        assertThat(row(others, 0, "JPY").getCell(3)).satisfies(is("1", "#,##0"));
    }

    @Test
    void thatAViewIsPartialIsSaidFirst() {
        var partial = sheet(view("CNY", null, busy(1)), 0);
        assertThat(partial.get(1).getCellText(0))
                .startsWith("PARTIAL 不完整")
                .contains("MISSING 缺失 Top KOLs 头部大V", "STALE 旧值 Creators 达人矩阵")
                .doesNotContain("Campaigns");
        var fields = sheet(view("CNY", null, busy(1)), 1);
        assertThat(row(fields, 1, "Top KOLs").getCellText(7)).isEqualTo("kol timed out");
        assertThat(row(fields, 1, "Creators").getCellText(3)).isEqualTo("STALE 旧值");
        assertThat(row(fields, 1, "Creators").getCellText(4)).isEqualTo("2026-06-20T01:02:03.004Z");
        assertThat(row(fields, 1, "Livestream").getCellText(5)).isEqualTo("9");

        var complete = sheet(whole(Figures.NONE), 0);
        assertThat(complete.get(1).getCellText(0)).isEqualTo("COMPLETE 完整");
    }

    @Test
    void textStaysText() {
        for (var name : List.of("=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0")) {
            var sheet = sheet(view("CNY", name, busy(1)), 0);
            var cell = row(sheet, 0, "Only shop 仅店铺").getCell(1);
            assertThat(cell.getType()).isEqualTo(CellType.STRING);
            assertThat(cell.getText()).isEqualTo(name);
            assertThat(cell.getFormula()).isNull();
        }
    }

    @Test
    void besideThePeriodBeforeStandsWhatChanged() {
        var now = whole(gmv(15_000)).current();
        var before = whole(gmv(10_000)).current();
        var sheet = sheet(new OperatingView(MerchantId.of("m1"), now, before), 0);
        assertThat(cell(sheet, "gmv", TOTAL)).satisfies(is("750", "#,##0.00"));
        assertThat(cell(sheet, "gmv", TOTAL + 1)).satisfies(is("500", "#,##0.00"));
        assertThat(cell(sheet, "gmv", TOTAL + 2)).satisfies(is("250", "+#,##0.00;-#,##0.00;#,##0.00"));
        assertThat(cell(sheet, "gmv", TOTAL + 3)).satisfies(is("0.5", "+0.00%;-0.00%;0.00%"));
        assertThat(text(cell(sheet, "orders", TOTAL + 3))).isEqualTo("—");
        // Two totals that are not over the same fields say nothing of each other.
        var partial = view("CNY", null, gmv(10_000)).current();
        sheet = sheet(new OperatingView(MerchantId.of("m1"), now, partial), 0);
        assertThat(text(cell(sheet, "gmv", TOTAL + 2))).isEqualTo("—");
    }

    @Test
    void everyMetricIsDefined() {
        var sheet = sheet(whole(Figures.NONE), 3);
        assertThat(Definitions.ALL)
                .allSatisfy(definition -> assertThat(
                                row(sheet, 0, definition.member()).getCellText(5))
                        .isEqualTo(definition.meaning().chinese()));
    }

    private static ThrowingConsumer<Cell> is(String number, String format) {
        return cell -> {
            assertThat(cell.getType()).isEqualTo(CellType.NUMBER);
            assertThat(cell.asNumber()).isEqualByComparingTo(new BigDecimal(number));
            assertThat(cell.getDataFormatString()).isEqualTo(format);
        };
    }

    private static String text(Cell cell) {
        assertThat(cell.getType()).isEqualTo(CellType.STRING);
        return cell.getText();
    }

    private static Cell cell(List<Row> sheet, String member, int column) {
        return row(sheet, 2, member).getCell(column);
    }

    private static Row row(List<Row> sheet, int column, String text) {
        return sheet.stream()
                .filter(row -> row.getCellCount() > column && text.equals(row.getCellText(column)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No line of " + text));
    }

    private static List<Row> sheet(OperatingView view, int index) {
        var bytes = new ViewWorkbook(JSON).write(view);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true))) {
            return book.getSheet(index).orElseThrow().read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Livestream is there, creator was, of kol nothing is known; nothing happened in the others. */
    private static OperatingView view(String currency, @Nullable String shop, Figures figures) {
        var sections = sections(Figures.NONE);
        sections.put(Field.LIVESTREAM, new Fresh<>(answer(Field.LIVESTREAM, figures)));
        sections.put(Field.CREATOR, new Stale<>(answer(Field.CREATOR, Figures.NONE), "creator is not reachable"));
        sections.put(Field.KOL, new Missing<>("kol timed out"));
        return view(question(currency, shop), sections);
    }

    private static OperatingView whole(Figures ofEach) {
        return view(question("CNY", null), sections(ofEach));
    }

    private static Map<Field, Section<FieldFigures>> sections(Figures ofEach) {
        var sections = new EnumMap<Field, Section<FieldFigures>>(Field.class);
        for (var field : Sections.FIELDS) {
            sections.put(field, new Fresh<>(answer(field, ofEach)));
        }
        return sections;
    }

    private static OperatingView view(Question question, Map<Field, Section<FieldFigures>> sections) {
        return new OperatingView(MerchantId.of("m1"), new Scoreboard(new Sections<>(question, sections)), null);
    }

    private static Question question(String currency, @Nullable String shop) {
        var period = new Period(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 19), ZoneId.of("Asia/Shanghai"));
        return new Question(period, Currency.getInstance(currency), shop, null, null, null);
    }

    private static FieldFigures answer(Field field, Figures figures) {
        return new FieldFigures(field, settled(new Position(9, Instant.parse("2026-06-20T01:02:03.004Z"), 0)), figures);
    }

    /** One of everything, and so much GMV. */
    private static Figures busy(long gmv) {
        var one = BigInteger.ONE;
        return new Figures(
                BigInteger.valueOf(gmv),
                one,
                one,
                one,
                one,
                one,
                one,
                one,
                one,
                Buyers.counted(1, AudienceSketch.NONE),
                Map.of("ads", one),
                Map.of("praise", one),
                Map.of(Counter.VIEWS, new Reported(one, one)),
                Map.of(Ratio.GPM_VIEW, new Fraction(one, one)),
                Map.of("JPY", new Foreign(one, one, one)));
    }
}
