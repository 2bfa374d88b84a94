package io.factmatrix.gateway.workbook;

import io.factmatrix.gateway.domain.OperatingView;
import io.factmatrix.gateway.domain.Question;
import io.factmatrix.gateway.domain.Sections;
import io.factmatrix.gateway.domain.definition.Definition;
import io.factmatrix.gateway.domain.definition.Definition.Text;
import io.factmatrix.gateway.domain.definition.Definitions;
import io.factmatrix.ledger.domain.event.Field;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Writes a view as an xlsx workbook: the view, the state of its fields, what is in other currencies, and what each metric means.
 * Its figures are those of the JSON, to the digit.
 */
public final class ViewWorkbook {

    static final Map<Field, Text> FIELDS = Map.of(
            Field.LIVESTREAM, new Text("Livestream", "商家自播"),
            Field.CREATOR, new Text("Creators", "达人矩阵"),
            Field.CAMPAIGN, new Text("Campaigns", "营销活动"),
            Field.KOL, new Text("Top KOLs", "头部大V"),
            Field.UNATTRIBUTED, new Text("Unattributed", "未归属"));

    private static final Map<String, String> STATUS =
            Map.of("fresh", "fresh 最新", "stale", "STALE 旧值", "missing", "MISSING 缺失");

    private static final int COLUMNS_BEFORE_FIGURES = 3;

    private final ObjectMapper json;

    public ViewWorkbook(ObjectMapper json) {
        this.json = json;
    }

    /** The bytes of the workbook. */
    public byte[] write(OperatingView view) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "FACT Matrix", "1.0")) {
            new Writing(book, view, json.valueToTree(view.body())).all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static String both(Text text) {
        return text.english() + " " + text.chinese();
    }

    /** One workbook. */
    private static final class Writing {

        private final Workbook book;
        private final Question question;
        private final JsonNode view;
        private final @Nullable JsonNode previous;

        Writing(Workbook book, OperatingView view, JsonNode body) {
            this.book = book;
            this.question = view.current().sections().question();
            this.view = body;
            this.previous = body.path("previous").isNull() ? null : body.path("previous");
        }

        void all() {
            view();
            fields();
            otherCurrencies();
            definitions();
        }

        private boolean isComplete() {
            return view.path("complete").booleanValue();
        }

        private void view() {
            var columns = Columns.of(view, previous);
            int width = COLUMNS_BEFORE_FIGURES + columns.size();
            var widths = new double[width];
            Arrays.fill(widths, 17);
            widths[0] = 34;
            widths[1] = 24;
            widths[2] = 24;
            var sheet = new Sheet(book.newWorksheet("Operating view 经营总览"), widths);
            sheet.title("Operating view 经营总览");
            sheet.verdict(isComplete(), isComplete() ? "COMPLETE 完整" : partial(), width);
            about(sheet);
            sheet.next();
            var titles = new ArrayList<>(List.of("Metric", "指标", "Member 字段"));
            titles.addAll(columns.titles());
            sheet.header(titles);
            sheet.freeze(COLUMNS_BEFORE_FIGURES);
            var currency = question.currency();
            for (var metric : MetricRow.all(columns)) {
                sheet.text(0, metric.name().english());
                sheet.text(1, metric.name().chinese());
                sheet.quiet(2, metric.member());
                columns.write(sheet, COLUMNS_BEFORE_FIGURES, metric, currency);
                sheet.next();
            }
        }

        private String partial() {
            var reasons = new ArrayList<String>();
            reasons(view, "", reasons);
            if (previous != null) {
                reasons(previous, "previous period 上期: ", reasons);
            }
            return "PARTIAL 不完整 — the total is not the whole 合计并非全部: " + String.join("; ", reasons);
        }

        /** The fields that are away; where none is, those that settle: with one away, all others do. */
        private static void reasons(JsonNode board, String where, List<String> reasons) {
            var away = named(board, section -> !isFresh(section), where);
            reasons.addAll(
                    away.isEmpty()
                            ? named(board, section -> section.path("settling").booleanValue(), where)
                            : away);
        }

        private static List<String> named(JsonNode board, Predicate<JsonNode> which, String where) {
            return Sections.FIELDS.stream()
                    .filter(field -> which.test(board.path("fields").path(field.word())))
                    .map(field -> where + state(board.path("fields").path(field.word())) + " " + both(nameOf(field)))
                    .toList();
        }

        private static String state(JsonNode section) {
            return isFresh(section) ? "settling 结算中" : status(section);
        }

        private void about(Sheet sheet) {
            sheet.line("Merchant 商家", view.path("merchant").stringValue());
            sheet.line("Period 周期", period(view));
            if (previous != null) {
                sheet.line("Previous period 上期", period(previous));
            }
            sheet.line("Currency 币种", view.path("currency").stringValue());
            only(sheet, "Only shop 仅店铺", question.shop());
            only(sheet, "Only product 仅商品", question.product());
            only(sheet, "Only touchpoint 仅触点", question.touchpoint());
            only(
                    sheet,
                    "As recorded by 截至入账",
                    question.asOf() == null ? null : question.asOf().toString());
        }

        private static void only(Sheet sheet, String name, @Nullable String value) {
            if (value != null) {
                sheet.line(name, value);
            }
        }

        /** As people say it: with the last day, and not the one behind it. */
        private static String period(JsonNode board) {
            var period = board.path("period");
            var last = LocalDate.parse(period.path("to").stringValue()).minusDays(1);
            return "%s – %s, %s"
                    .formatted(
                            period.path("from").stringValue(),
                            last,
                            period.path("zone").stringValue());
        }

        private void fields() {
            var sheet = new Sheet(book.newWorksheet("Fields 阵地"), 18, 14, 14, 14, 28, 16, 12, 70);
            sheet.title("State of the fields 各阵地状态");
            sheet.verdict(isComplete(), isComplete() ? "COMPLETE 完整" : "PARTIAL 不完整", 8);
            sheet.next();
            sheet.header(List.of(
                    "Period 周期",
                    "Field",
                    "阵地",
                    "Status 状态",
                    "As of 数据截至",
                    "Watermark 水位",
                    "Settling 结算中",
                    "Reason 原因"));
            sheet.freeze(0);
            states(sheet, "this 本期", view);
            if (previous != null) {
                states(sheet, "previous 上期", previous);
            }
        }

        private static void states(Sheet sheet, String period, JsonNode board) {
            for (var field : Sections.FIELDS) {
                var section = board.path("fields").path(field.word());
                var name = nameOf(field);
                sheet.text(0, period);
                sheet.text(1, name.english());
                sheet.text(2, name.chinese());
                sheet.text(3, status(section));
                sheet.text(4, told(section, "asOf"));
                sheet.text(5, told(section, "watermark"));
                sheet.text(
                        6,
                        section.path("settling").isBoolean()
                                ? yes(section.path("settling").booleanValue())
                                : Sheet.UNKNOWN);
                sheet.text(7, section.path("reason").asString(""));
                sheet.next();
            }
        }

        private static String told(JsonNode section, String member) {
            var value = section.path(member);
            return value.isString() ? value.stringValue() : Sheet.UNKNOWN;
        }

        private void otherCurrencies() {
            var sheet = new Sheet(book.newWorksheet("Other currencies 其他币种"), 16, 18, 16, 20, 20, 20);
            sheet.title("Other currencies: never added to the view 其他币种（不计入总览）");
            sheet.next();
            sheet.header(List.of("Currency 币种", "Field", "阵地", "GMV 成交金额", "Refunds 退款金额", "Cost 成本"));
            sheet.freeze(0);
            var others = view.path("otherCurrencies");
            if (others.isEmpty()) {
                sheet.quiet(0, "none 无");
            }
            for (var other : others) {
                var currency = Currency.getInstance(other.path("currency").stringValue());
                for (var field : Sections.FIELDS) {
                    if (other.path("fields").has(field.word())) {
                        foreign(
                                sheet,
                                currency,
                                nameOf(field),
                                other.path("fields").path(field.word()));
                    }
                }
                foreign(sheet, currency, Columns.TOTAL, other.path("total"));
            }
        }

        private static void foreign(Sheet sheet, Currency currency, Text name, JsonNode sums) {
            sheet.text(0, currency.getCurrencyCode());
            sheet.text(1, name.english());
            sheet.text(2, name.chinese());
            int column = 3;
            for (var sum : List.of("gmv", "refunds", "cost")) {
                sheet.figure(column++, Columns.number(sums.path(sum)), Formats.money(currency));
            }
            sheet.next();
        }

        private void definitions() {
            var sheet = new Sheet(book.newWorksheet("Definitions 指标定义"), 22, 30, 22, 16, 80, 60);
            sheet.title("Definitions 指标定义");
            sheet.line(
                    Sheet.UNKNOWN,
                    "unknown, which is not 0: nobody reported it, or there is nothing to divide by 未知（不是 0）：无人上报，或除数为零");
            sheet.next();
            sheet.header(List.of("Member 字段", "Metric", "指标", "Unit 单位", "Definition", "定义"));
            sheet.freeze(0);
            for (var definition : Definitions.ALL) {
                sheet.quiet(0, definition.member());
                sheet.text(1, definition.name().english());
                sheet.text(2, definition.name().chinese());
                sheet.text(3, unit(definition));
                sheet.wrapped(4, definition.meaning().english());
                sheet.wrapped(5, definition.meaning().chinese());
                sheet.next();
            }
        }

        private static String unit(Definition definition) {
            return switch (definition.unit()) {
                case MONEY -> "money 金额";
                case COUNT -> "count 次数";
                case PEOPLE -> "people 人数";
                case SHARE -> "share 占比";
                case TIMES -> "times 倍数";
            };
        }
    }

    static boolean isFresh(JsonNode section) {
        return section.path("status").asString("").equals("fresh");
    }

    static String status(JsonNode section) {
        var status = section.path("status").asString("");
        return STATUS.getOrDefault(status, status);
    }

    static String yes(boolean value) {
        return value ? "yes 是" : "no 否";
    }

    static Text nameOf(Field field) {
        var name = FIELDS.get(field);
        if (name == null) {
            throw new IllegalStateException("No name of " + field);
        }
        return name;
    }
}
