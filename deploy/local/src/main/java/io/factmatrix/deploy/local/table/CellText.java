package io.factmatrix.deploy.local.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a workbook as text: fractions as Excel shows them at most (15 digits), whole numbers as they are, dates and times in the ISO form, lengths of
 * time as hours, minutes and seconds.
 */
final class CellText {

    /** Excel keeps a double and shows no more digits of it: 2.55 is stored as 2.5499999999999998. */
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);

    private static final BigDecimal SECONDS_OF_DAY = BigDecimal.valueOf(86_400);

    /** Formats without a text of their own that are dates or times (ECMA-376, 18.8.30). */
    private static final Set<Integer> DATES = Set.of(
            14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
            55, 56, 57, 58);

    private static final int LENGTH_OF_TIME = 46;

    /** Quoted text, escaped letters, colours and conditions. */
    private static final Pattern NO_FORMAT = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hms]+\\])[^\\]]*\\]");

    private static final Pattern DATE = Pattern.compile("[ymdhs]");
    private static final Pattern LENGTH = Pattern.compile("\\[[hms]+\\]");

    private final LocalDate dayZero;

    CellText(boolean from1904) {
        // Excel counts a 29 February 1900 that never was; so day 0 is one earlier for every later day.
        this.dayZero = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
    }

    String of(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        var number = number(cell);
        if (number == null) {
            return cell.getType() == CellType.BOOLEAN
                    ? String.valueOf(cell.getValue()).toUpperCase(Locale.ROOT)
                    : text(cell);
        }
        var format = format(cell);
        if (LENGTH.matcher(format).find()) {
            return length(number);
        }
        return DATE.matcher(format).find() ? date(number) : shown(number);
    }

    private static String text(Cell cell) {
        var value = cell.getValue();
        return value == null ? String.valueOf(cell.getRawValue()) : value.toString();
    }

    private static @Nullable BigDecimal number(Cell cell) {
        if (cell.getValue() instanceof BigDecimal number) {
            return number;
        }
        return null;
    }

    /** The letters of its format that say what it is; empty for a plain number. */
    private static String format(Cell cell) {
        var id = cell.getDataFormatId();
        var text = cell.getDataFormatString();
        if (id != null && id == LENGTH_OF_TIME) {
            return "[h]";
        }
        if (id != null && DATES.contains(id)) {
            return "d";
        }
        return text == null || text.equalsIgnoreCase("general")
                ? ""
                : NO_FORMAT.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** A long whole number is a key, and one rounded would be the key of another row, too. */
    private static String shown(BigDecimal number) {
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        var digits = (whole ? number : number.round(SHOWN)).stripTrailingZeros();
        return digits.setScale(Math.max(0, digits.scale())).toPlainString();
    }

    private String date(BigDecimal days) {
        var moment = dayZero.atStartOfDay().plusSeconds(seconds(days));
        if (days.signum() >= 0 && days.compareTo(BigDecimal.ONE) < 0) {
            return moment.toLocalTime().toString();
        }
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }

    private static String length(BigDecimal days) {
        var length = Duration.ofSeconds(seconds(days));
        return "%d:%02d:%02d".formatted(length.toHours(), length.toMinutesPart(), length.toSecondsPart());
    }

    /** Half a second off at most is what a double makes of a second. */
    private static long seconds(BigDecimal days) {
        return days.multiply(SECONDS_OF_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
