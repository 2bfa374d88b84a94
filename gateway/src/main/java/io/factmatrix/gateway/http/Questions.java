package io.factmatrix.gateway.http;

import io.factmatrix.gateway.domain.Period;
import io.factmatrix.gateway.domain.Question;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a view is asked for. */
final class Questions {

    static final Set<String> PARAMETERS =
            Set.of("from", "to", "zone", "currency", "compare", "shop", "product", "touchpoint", "asOf");

    /** No event is older than 2010; before 2000 there were zones whose days begin between the quarters of an hour. */
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

    static final String DATE = "a date, YYYY-MM-DD, from %s to %s".formatted(EARLIEST, LATEST);
    static final String MOMENT = "a moment that is past, in RFC 3339 with an offset, such as 2026-06-18T20:00:00+08:00";
    static final String ZONE = "an IANA time zone, such as Asia/Shanghai";
    private static final String CURRENCY = "an ISO 4217 currency code, such as CNY";

    private static final DateTimeFormatter DATES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Shanghai");
    private static final Currency DEFAULT_CURRENCY = Currency.getInstance("CNY");

    private Questions() {}

    static Question of(Parameters parameters) {
        return about(period(parameters), parameters);
    }

    /** The same of the last full days until now, so many of them, where no others are asked for; of so many at most. */
    static Question ofLast(int days, int most, Parameters parameters, Instant now) {
        var zone = zone(parameters);
        var to = Objects.requireNonNullElseGet(
                parameters.optional("to", DATE, Questions::date),
                () -> now.atZone(zone).toLocalDate());
        var from = Objects.requireNonNullElseGet(
                parameters.optional("from", DATE, Questions::date), () -> to.minusDays(days));
        if (ChronoUnit.DAYS.between(from, to) > most) {
            throw ProblemException.invalid("from", from, "at most %d days before to, %s".formatted(most, to));
        }
        return about(period(from, to, parameters), parameters);
    }

    private static Question about(Period period, Parameters parameters) {
        return new Question(
                period,
                Objects.requireNonNullElse(currency(parameters), DEFAULT_CURRENCY),
                parameters.optionalText("shop"),
                parameters.optionalText("product"),
                parameters.optionalText("touchpoint"),
                parameters.optional("asOf", MOMENT, Questions::moment));
    }

    /** Days from one date to another. */
    static Period period(Parameters parameters) {
        return period(
                parameters.required("from", DATE, Questions::date),
                parameters.required("to", DATE, Questions::date),
                parameters);
    }

    private static Period period(LocalDate from, LocalDate to, Parameters parameters) {
        if (!from.isBefore(to)) {
            throw ProblemException.invalid("from", from, "before to, %s, which is excluded".formatted(to));
        }
        return new Period(from, to, zone(parameters));
    }

    /** By whose clock. */
    static ZoneId zone(Parameters parameters) {
        return Objects.requireNonNullElse(parameters.optional("zone", ZONE, Questions::zone), DEFAULT_ZONE);
    }

    /** In which currency; null when it is not said. */
    static @Nullable Currency currency(Parameters parameters) {
        return parameters.optional("currency", CURRENCY, Questions::currency);
    }

    /** Those parameters, and the form of a file. */
    static Set<String> withFormat(Set<String> parameters) {
        return Stream.concat(parameters.stream(), Stream.of("format")).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the period before is asked for, too. */
    static boolean isCompared(Parameters parameters) {
        return parameters.optional("compare", "previous", word -> word.equals("previous") ? word : null) != null;
    }

    static @Nullable LocalDate date(String text) {
        var date = LocalDate.parse(text, DATES);
        return date.isBefore(EARLIEST) || date.isAfter(LATEST) ? null : date;
    }

    /**
     * Events are recorded in whole milliseconds: what is behind them makes no difference. A plus sign that was not encoded arrives as a
     * blank, which no offset has in front.
     */
    static @Nullable Instant moment(String text) {
        var moment = OffsetDateTime.parse(text.replace(' ', '+')).toInstant().truncatedTo(ChronoUnit.MILLIS);
        var date = moment.atOffset(ZoneOffset.UTC).toLocalDate();
        return date.isBefore(EARLIEST) || date.isAfter(LATEST) ? null : moment;
    }

    /** Places only: a bare offset may lie between the quarters of an hour, and knows no summer. */
    static @Nullable ZoneId zone(String text) {
        return ZoneId.getAvailableZoneIds().contains(text) ? ZoneId.of(text) : null;
    }

    /** Gold and the like have no minor unit to count in. */
    private static @Nullable Currency currency(String text) {
        var currency = Currency.getInstance(text);
        return currency.getDefaultFractionDigits() < 0 ? null : currency;
    }
}
