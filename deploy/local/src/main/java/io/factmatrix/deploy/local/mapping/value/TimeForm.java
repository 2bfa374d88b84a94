package io.factmatrix.deploy.local.mapping.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One way of writing moments. Strict: there is no 30 February, and no hour that the clocks skipped. */
final class TimeForm {

    private static final Set<String> WORDS = Set.of("iso", "excel", "epoch-seconds", "epoch-millis");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,15})?");
    private static final Pattern DAYS_SINCE = Pattern.compile("days-since ([0-9]{4}-[0-9]{2}-[0-9]{2})");
    private static final BigDecimal SECONDS_OF_DAY = BigDecimal.valueOf(86_400);
    private static final LocalDate EXCEL_DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(100_000);

    /** 2018-04-22, 2018-04-22T06:00, 2018-04-22 06:00:05.123+07:00. */
    static final TimeForm ISO = new TimeForm(
            "iso",
            strict(
                    new DateTimeFormatterBuilder()
                            .append(DateTimeFormatter.ISO_LOCAL_DATE)
                            .optionalStart()
                            .appendPattern("['T'][' ']")
                            .append(DateTimeFormatter.ISO_LOCAL_TIME)
                            .appendPattern("[' ']")
                            .optionalStart()
                            .appendOffset("+HH:MM", "Z")
                            .optionalEnd()
                            .optionalStart()
                            .appendOffset("+HHMM", "Z")
                            .optionalEnd()
                            .optionalStart()
                            .appendZoneRegionId()
                            .optionalEnd()
                            .optionalEnd(),
                    Locale.ROOT),
            null);

    private final String pattern;
    private final @Nullable DateTimeFormatter formatter;
    private final @Nullable LocalDate dayZero;

    private TimeForm(String pattern, @Nullable DateTimeFormatter formatter, @Nullable LocalDate dayZero) {
        this.pattern = pattern;
        this.formatter = formatter;
        this.dayZero = dayZero;
    }

    /** Of a pattern of {@link DateTimeFormatter} or one of our words; empty when it is neither. */
    static Optional<TimeForm> of(String pattern, Locale language) {
        var since = DAYS_SINCE.matcher(pattern);
        if (!WORDS.contains(pattern)
                && !since.matches()
                && letters(pattern).matches(".*[hK].*")
                && !letters(pattern).matches(".*[aB].*")) {
            return Optional.empty();
        }
        try {
            if (since.matches()) {
                return Optional.of(new TimeForm(pattern, null, LocalDate.parse(since.group(1))));
            }
            return Optional.of(
                    switch (pattern) {
                        case "iso" -> ISO;
                        case "excel" -> new TimeForm(pattern, null, EXCEL_DAY_ZERO);
                        case "epoch-seconds", "epoch-millis" -> new TimeForm(pattern, null, null);
                        default ->
                            new TimeForm(
                                    pattern,
                                    strict(
                                            new DateTimeFormatterBuilder().appendPattern(yearsOfTheCalendar(pattern)),
                                            language),
                                    null);
                    });
        } catch (IllegalArgumentException | DateTimeException noPattern) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter strict(DateTimeFormatterBuilder builder, Locale language) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .append(builder.toFormatter(language))
                .toFormatter(language)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** {@code y} is the year of an era, which a strict reading wants to be told; everybody means {@code u}. */
    private static String yearsOfTheCalendar(String pattern) {
        var years = new StringBuilder();
        var quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            var letter = pattern.charAt(i);
            quoted ^= letter == '\'';
            years.append(letter == 'y' && !quoted ? 'u' : letter);
        }
        return years.toString();
    }

    /** The pattern without what is quoted in it. */
    private static String letters(String pattern) {
        return pattern.replaceAll("'[^']*'", "");
    }

    String pattern() {
        return pattern;
    }

    /**
     * What is written, if it is written so.
     *
     * @param at the time of a day that has none
     */
    Optional<Written> read(String text, LocalTime at) {
        try {
            return formatter == null ? counted(text, at) : Optional.of(written(formatter.parse(text), at));
        } catch (DateTimeException | ArithmeticException otherwise) {
            return Optional.empty();
        }
    }

    private static Written written(TemporalAccessor parsed, LocalTime at) {
        var date = LocalDate.from(parsed);
        var time = parsed.query(TemporalQueries.localTime());
        var local = LocalDateTime.of(date, time == null ? at : time);
        return new Written(local, parsed.query(TemporalQueries.zone()));
    }

    private Optional<Written> counted(String text, LocalTime at) {
        if (!NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        var number = new BigDecimal(text);
        if (dayZero != null) {
            return number.compareTo(MOST_DAYS) > 0 ? Optional.empty() : Optional.of(days(dayZero, number, at));
        }
        var millis = pattern.equals("epoch-millis") ? number : number.movePointRight(3);
        var instant = Instant.ofEpochMilli(millis.setScale(0, RoundingMode.DOWN).longValueExact());
        return Optional.of(new Written(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), ZoneOffset.UTC));
    }

    private static Written days(LocalDate dayZero, BigDecimal days, LocalTime at) {
        var day = dayZero.plusDays(days.intValue());
        var seconds = days.remainder(BigDecimal.ONE).multiply(SECONDS_OF_DAY).setScale(0, RoundingMode.HALF_UP);
        var local = seconds.signum() == 0 ? day.atTime(at) : day.atStartOfDay().plusSeconds(seconds.longValue());
        return new Written(local, null);
    }

    /**
     * A time as it is written.
     *
     * @param zone that it is written with, if it is
     */
    record Written(LocalDateTime local, @Nullable ZoneId zone) {

        /**
         * The moment. Of the two that a clock shows when it is put back it is the earlier one.
         *
         * @param place the zone of what is written without one
         */
        OffsetDateTime in(@Nullable ZoneId place, String text) throws Unread {
            var where = zone == null ? place : zone;
            if (where == null) {
                throw new Unread(text, "a time with an offset, or times.zone in the mapping");
            }
            var offsets = where.getRules().getValidOffsets(local);
            if (offsets.isEmpty()) {
                throw new Unread(text, "a time that there was: the clocks of " + where + " skipped it");
            }
            return local.atOffset(offsets.get(0)).truncatedTo(ChronoUnit.MILLIS);
        }
    }
}
