package io.factmatrix.gateway.workbook;

import io.factmatrix.gateway.domain.definition.Definition.Unit;
import java.util.Currency;

/** How numbers are shown. */
final class Formats {

    private static final String WHOLE = "#,##0";
    private static final String SHARE = "0.00%";
    private static final String TIMES = "#,##0.00";

    private Formats() {}

    static String of(Unit unit, Currency currency) {
        return switch (unit) {
            case MONEY -> money(currency);
            case COUNT, PEOPLE -> WHOLE;
            case SHARE -> SHARE;
            case TIMES -> TIMES;
        };
    }

    static String money(Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        return digits == 0 ? WHOLE : WHOLE + "." + "0".repeat(digits);
    }

    /** With its sign, as changes are. */
    static String signed(String format) {
        return "+%s;-%s;%s".formatted(format, format, format);
    }

    static String change() {
        return signed(SHARE);
    }
}
