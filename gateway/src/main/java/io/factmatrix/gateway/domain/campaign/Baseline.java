package io.factmatrix.gateway.domain.campaign;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a day would have sold without the campaign: the median of the same weekday in the 8 weeks before it began, those days aside that tell nothing of that.
 *
 * @param before the day on which the campaign begins; not one of them
 * @param leftOut days of these weeks, each with the reason
 */
record Baseline(LocalDate before, Map<LocalDate, String> leftOut, ZoneId zone) {

    static final int WEEKS = 8;

    /** Fewer days of a weekday tell nothing. */
    static final int LEAST_DAYS = 3;

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** The first of the days that it looks at. */
    static LocalDate first(LocalDate before) {
        return before.minusWeeks(WEEKS);
    }

    /** All days of these weeks. */
    Stream<LocalDate> days() {
        return first(before).datesUntil(before);
    }

    /** The days that tell of that weekday. */
    private List<LocalDate> like(LocalDate day) {
        return days().filter(other -> other.getDayOfWeek() == day.getDayOfWeek() && !leftOut.containsKey(other))
                .toList();
    }

    /** Why it has none for that day; null when it has one. */
    @Nullable String unknown(LocalDate day) {
        int days = like(day).size();
        return days >= LEAST_DAYS
                ? null
                : "%s has %d days in the %d weeks before %s that count (expected: at least %d)"
                        .formatted(word(day), days, WEEKS, before, LEAST_DAYS);
    }

    private static String word(LocalDate day) {
        var name = day.getDayOfWeek().name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    /** In minor units, or halves of them: of an even number of days the mean of the middle two. To be asked where it is known. */
    BigDecimal of(DayPart part, Measure measure, Sold sold) {
        var sums = like(part.day()).stream()
                .map(part::on)
                .map(other -> sold.of(measure, other.start(zone), other.end(zone)))
                .sorted()
                .toList();
        return median(sums);
    }

    static BigDecimal median(List<BigInteger> sorted) {
        var lower = sorted.get((sorted.size() - 1) / 2);
        var upper = sorted.get(sorted.size() / 2);
        return new BigDecimal(lower.add(upper)).divide(TWO);
    }
}
