package io.factmatrix.gateway.workbook;

import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A worksheet that is filled from above. Text stays text, whatever it begins with: it is stored as a string, and nothing here
 * writes a formula.
 */
final class Sheet {

    /** Shown where there is no figure: neither a 0 nor a blank, which a sum would take for one. */
    static final String UNKNOWN = "—";

    /** A double, which is all that a workbook knows, holds any decimal of so many digits, and not any of more. */
    private static final int EXACT_DIGITS = 15;

    private static final String GREY = "808080";
    private static final String HEADER = "DDE6F0";
    private static final String ALARM = "C00000";
    private static final String WELL = "2E7D32";
    private static final String WHITE = "FFFFFF";

    private final Worksheet sheet;
    private int row;

    Sheet(Worksheet sheet, double... widths) {
        this.sheet = sheet;
        for (int column = 0; column < widths.length; column++) {
            sheet.width(column, widths[column]);
        }
    }

    /** The row that is filled. */
    int row() {
        return row;
    }

    void next() {
        row++;
    }

    void title(String text) {
        sheet.value(row, 0, text);
        sheet.style(row, 0).bold().fontSize(14).set();
        next();
    }

    /** A line that nobody overlooks, over so many columns. */
    void verdict(boolean good, String text, int columns) {
        sheet.value(row, 0, text);
        sheet.range(row, 0, row, columns - 1)
                .style()
                .bold()
                .fontColor(WHITE)
                .fillColor(good ? WELL : ALARM)
                .set();
        next();
    }

    void line(String name, String value) {
        sheet.value(row, 0, name);
        sheet.value(row, 1, value);
        sheet.style(row, 0).fontColor(GREY).set();
        next();
    }

    void header(List<String> titles) {
        for (int column = 0; column < titles.size(); column++) {
            sheet.value(row, column, titles.get(column));
            sheet.style(row, column)
                    .bold()
                    .wrapText(true)
                    .verticalAlignment("top")
                    .fillColor(HEADER)
                    .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
                    .set();
        }
        next();
    }

    /** What is above this row, and left of that column, stays in sight. */
    void freeze(int columns) {
        sheet.freezePane(columns, row);
    }

    void text(int column, String text) {
        sheet.value(row, column, text);
        sheet.style(row, column).verticalAlignment("top").set();
    }

    void wrapped(int column, String text) {
        sheet.value(row, column, text);
        sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
    }

    void quiet(int column, String text) {
        sheet.value(row, column, text);
        sheet.style(row, column).fontColor(GREY).set();
    }

    /** A number where it stays what it is, else its digits as text; or that it is unknown. */
    void figure(int column, @Nullable BigDecimal value, String format) {
        if (value == null) {
            sheet.value(row, column, UNKNOWN);
            sheet.style(row, column)
                    .fontColor(GREY)
                    .horizontalAlignment("right")
                    .set();
        } else if (value.stripTrailingZeros().precision() <= EXACT_DIGITS) {
            sheet.value(row, column, value);
            sheet.style(row, column).format(format).set();
        } else {
            sheet.value(row, column, value.toPlainString());
            sheet.style(row, column).horizontalAlignment("right").set();
        }
    }

    void right(int column, String text) {
        sheet.value(row, column, text);
        sheet.style(row, column).horizontalAlignment("right").set();
    }
}
