package io.factmatrix.gateway.workbook;

import io.factmatrix.gateway.domain.Sections;
import io.factmatrix.gateway.domain.definition.Definition.Text;
import io.factmatrix.gateway.domain.definition.Definition.Unit;
import io.factmatrix.ledger.domain.event.Field;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What stands side by side: the total, beside the one before if that was asked for; then the fields, and the fields before. */
final class Columns {

    static final Text TOTAL = new Text("Total", "合计");

    private static final int RATIO_DIGITS = 6;

    /**
     * The figures of one column.
     *
     * @param metrics nothing when it is missing
     */
    private record Column(String title, JsonNode metrics) {}

    private final Column total;
    private final @Nullable Column totalBefore;
    private final boolean comparable;
    private final List<Column> fields;

    private Columns(Column total, @Nullable Column totalBefore, boolean comparable, List<Column> fields) {
        this.total = total;
        this.totalBefore = totalBefore;
        this.comparable = comparable;
        this.fields = fields;
    }

    static Columns of(JsonNode view, @Nullable JsonNode previous) {
        var fields = new ArrayList<>(fields(view, ""));
        if (previous == null) {
            return new Columns(total(view, ""), null, false, fields);
        }
        fields.addAll(fields(previous, "Previous 上期 "));
        return new Columns(
                total(view, ""), total(previous, "Previous 上期 "), known(view).equals(known(previous)), fields);
    }

    private static Column total(JsonNode board, String which) {
        return new Column(which + ViewWorkbook.both(TOTAL), board.path("total").path("metrics"));
    }

    private static List<Column> fields(JsonNode board, String which) {
        return Sections.FIELDS.stream()
                .map(field -> {
                    var section = board.path("fields").path(field.word());
                    var name = which + ViewWorkbook.both(ViewWorkbook.nameOf(field));
                    return new Column(
                            ViewWorkbook.isFresh(section) ? name : name + " — " + ViewWorkbook.status(section),
                            section.path("metrics"));
                })
                .toList();
    }

    /** The fields that a total is over. */
    private static Set<Field> known(JsonNode board) {
        return Sections.FIELDS.stream()
                .filter(field ->
                        board.path("fields").path(field.word()).path("metrics").isObject())
                .collect(Collectors.toSet());
    }

    int size() {
        return titles().size();
    }

    List<String> titles() {
        var titles = new ArrayList<String>();
        titles.add(total.title());
        if (totalBefore != null) {
            titles.addAll(List.of(totalBefore.title(), "Change 变化", "Change, % 变化率"));
        }
        fields.forEach(column -> titles.add(column.title()));
        return titles;
    }

    /** The members that one column or the other has under that one. */
    Stream<String> membersOf(String member) {
        return Stream.concat(Stream.of(total, totalBefore), fields.stream())
                .filter(column -> column != null)
                .flatMap(column -> column.metrics().path(member).propertyNames().stream())
                .distinct();
    }

    void write(Sheet sheet, int from, MetricRow metric, Currency currency) {
        var format = Formats.of(metric.unit(), currency);
        int column = from;
        write(sheet, column++, total, metric, format);
        if (totalBefore != null) {
            write(sheet, column++, totalBefore, metric, format);
            writeChange(sheet, column, metric, format, value(total, metric), value(totalBefore, metric));
            column += 2;
        }
        for (var field : fields) {
            write(sheet, column++, field, metric, format);
        }
    }

    /** Unknown, too, where the two totals are not over the same fields. */
    private void writeChange(
            Sheet sheet,
            int at,
            MetricRow metric,
            String format,
            @Nullable BigDecimal now,
            @Nullable BigDecimal before) {
        if (!comparable || now == null || before == null) {
            sheet.figure(at, null, format);
            sheet.figure(at + 1, null, format);
        } else {
            sheet.figure(at, now.subtract(before), Formats.signed(format));
            // Of a share, how many points it moved is said already.
            sheet.figure(at + 1, metric.unit() == Unit.SHARE ? null : change(now, before), Formats.change());
        }
    }

    private static void write(Sheet sheet, int at, Column column, MetricRow metric, String format) {
        var node = column.metrics().at(metric.pointer());
        if (node.isBoolean()) {
            sheet.right(at, ViewWorkbook.yes(node.booleanValue()));
        } else {
            sheet.figure(at, value(column, metric), format);
        }
    }

    private static @Nullable BigDecimal value(Column column, MetricRow metric) {
        var value = number(column.metrics().at(metric.pointer()));
        return value == null && metric.addsUp() && column.metrics().isObject() ? BigDecimal.ZERO : value;
    }

    /** A number, or a decimal in a string; null when it is neither. */
    static @Nullable BigDecimal number(JsonNode node) {
        return node.isString() ? new BigDecimal(node.stringValue()) : node.isNumber() ? node.decimalValue() : null;
    }

    /** Unknown where there was nothing before. */
    private static @Nullable BigDecimal change(BigDecimal now, BigDecimal before) {
        return before.signum() == 0
                ? null
                : now.subtract(before).divide(before.abs(), RATIO_DIGITS, RoundingMode.HALF_UP);
    }
}
