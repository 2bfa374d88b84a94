package io.factmatrix.gateway.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Days of one time zone.
 *
 * @param to the day behind the last one
 */
public record Period(LocalDate from, LocalDate to, ZoneId zone) {

    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from: %s (expected: before %s)".formatted(from, to));
        }
    }

    /** The first moment of the first day: not always midnight, where clocks are changed at midnight. */
    public Instant start() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first moment behind the last day. */
    public Instant end() {
        return to.atStartOfDay(zone).toInstant();
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to);
    }

    /** Other days by the same clock. */
    public Period with(LocalDate first, LocalDate behindLast) {
        return new Period(first, behindLast, zone);
    }

    /** The first day that the zone left out, as where a date line was moved; empty when there is none. */
    public Optional<LocalDate> skipped() {
        return from.datesUntil(to)
                .filter(date -> !date.atStartOfDay(zone).toLocalDate().equals(date))
                .findFirst();
    }

    /** As many days, just before. */
    public Period previous() {
        return new Period(from.minusDays(days()), from, zone);
    }

    /** A moment by the zone's clock, with the offset that it has then. */
    String shown(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(zone));
    }

    /** As it is answered. */
    public Map<String, @Nullable Object> body() {
        return new Members()
                .add("from", from.toString())
                .add("to", to.toString())
                .add("zone", zone.getId())
                .object();
    }
}
