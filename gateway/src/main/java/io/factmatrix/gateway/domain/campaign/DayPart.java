package io.factmatrix.gateway.domain.campaign;

import io.factmatrix.ledger.domain.rollup.QuarterHour;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day by the clock of a zone, or a part of one.
 *
 * @param from null: where the day begins
 * @param to excluded; null: where the day ends
 */
record DayPart(
        LocalDate day, @Nullable LocalTime from, @Nullable LocalTime to) {

    static DayPart whole(LocalDate day) {
        return new DayPart(day, null, null);
    }

    /** The days of that time, the first and the last one as far as they lie in it. */
    static List<DayPart> of(Instant start, Instant end, ZoneId zone) {
        var parts = new ArrayList<DayPart>();
        if (start.isBefore(end)) {
            var last = day(end.minusMillis(1), zone);
            for (var day = day(start, zone); !day.isAfter(last); day = day.plusDays(1)) {
                parts.add(whole(day).within(start, end, zone));
            }
        }
        return parts;
    }

    static LocalDate day(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate();
    }

    private DayPart within(Instant first, Instant last, ZoneId zone) {
        return new DayPart(
                day,
                first.isAfter(start(zone)) ? first.atZone(zone).toLocalTime() : null,
                last.isBefore(end(zone)) ? last.atZone(zone).toLocalTime() : null);
    }

    /** The same part of another day. */
    DayPart on(LocalDate other) {
        return new DayPart(other, from, to);
    }

    /** On a quarter-hour. */
    Instant start(ZoneId zone) {
        return at(day, from, zone);
    }

    /** On a quarter-hour. */
    Instant end(ZoneId zone) {
        return to == null ? at(day.plusDays(1), null, zone) : at(day, to, zone);
    }

    private static Instant at(LocalDate day, @Nullable LocalTime time, ZoneId zone) {
        var moment = time == null ? day.atStartOfDay(zone) : day.atTime(time).atZone(zone);
        return QuarterHour.of(moment.toInstant()).start();
    }
}
