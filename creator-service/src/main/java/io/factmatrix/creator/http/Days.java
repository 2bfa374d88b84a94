package io.factmatrix.creator.http;

import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.ledger.domain.event.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.regex.Pattern;

/** The days that are asked about, {@code to} excluded. */
record Days(LocalDate from, LocalDate to, ZoneId zone) {

    private static final Pattern DATE = Pattern.compile("20[0-9]{2}-[0-9]{2}-[0-9]{2}");
    private static final ZoneId USUAL_ZONE = ZoneId.of("Asia/Shanghai");
    private static final String USUAL_CURRENCY = "CNY";

    /** By the parameters {@code from}, {@code to} and {@code zone}. */
    static Days of(Parameters parameters) {
        var days = new Days(date(parameters, "from"), date(parameters, "to"), zone(parameters));
        if (!days.from.isBefore(days.to)) {
            throw ProblemException.invalid("to", days.to, "after from, %s; it is excluded".formatted(days.from));
        }
        return days;
    }

    private static LocalDate date(Parameters parameters, String name) {
        return parameters.required(
                name,
                "a date, YYYY-MM-DD, from 2000-01-01 to 2099-12-31",
                text -> DATE.matcher(text).matches() ? LocalDate.parse(text) : null);
    }

    private static ZoneId zone(Parameters parameters) {
        return Objects.requireNonNullElse(parameters.optionalZone("zone"), USUAL_ZONE);
    }

    /** The parameter {@code currency}, CNY where it is absent. */
    static String currency(Parameters parameters) {
        var given = parameters.optional(
                "currency", "an ISO 4217 currency", code -> Money.digitsOf(code).isPresent() ? code : null);
        return Objects.requireNonNullElse(given, USUAL_CURRENCY);
    }

    Instant start() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** Excluded. */
    Instant end() {
        return to.atStartOfDay(zone).toInstant();
    }
}
