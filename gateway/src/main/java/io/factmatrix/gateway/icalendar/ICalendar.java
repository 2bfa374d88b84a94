package io.factmatrix.gateway.icalendar;

import io.factmatrix.gateway.domain.plan.MerchantCalendar;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.event.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes a calendar as {@code text/calendar}. Times are in UTC, which needs no zone of its own; an entry is called the same whenever it is written, so that a
 * client finds it again. A field that is missing is a day-long entry on the first day, since nobody reads properties.
 */
public final class ICalendar {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final MerchantId merchant;
    private final Instant now;
    private final ContentLines lines = new ContentLines();

    private ICalendar(MerchantId merchant, Instant now) {
        this.merchant = merchant;
        this.now = now;
    }

    /** That calendar of that merchant, written now. */
    public static String of(MerchantId merchant, MerchantCalendar calendar, Instant now) {
        return new ICalendar(merchant, now).written(calendar);
    }

    private String written(MerchantCalendar calendar) {
        lines.add("BEGIN", "VCALENDAR")
                .add("VERSION", "2.0")
                .add("PRODID", "-//FACT Matrix//Calendar//EN")
                .add("CALSCALE", "GREGORIAN")
                .add("METHOD", "PUBLISH")
                .addText("X-WR-CALNAME", "FACT Matrix, " + merchant)
                .addText("X-WR-TIMEZONE", calendar.period().zone().getId());
        calendar.missing()
                .forEach((field, reason) ->
                        missing(field, reason, calendar.period().from()));
        calendar.entries().forEach(this::entry);
        return lines.add("END", "VCALENDAR").written();
    }

    private void missing(Field field, String reason, LocalDate day) {
        begin("missing-" + field.word());
        lines.add("DTSTART;VALUE=DATE", day.format(DateTimeFormatter.BASIC_ISO_DATE))
                .addText("SUMMARY", "%s is missing from this calendar".formatted(field.word()))
                .addText("DESCRIPTION", reason)
                .add("CATEGORIES", "MISSING")
                .add("STATUS", "TENTATIVE")
                .add("END", "VEVENT");
    }

    private void entry(Map<String, @Nullable Object> entry) {
        begin("%s-%s-%s%s".formatted(text(entry, "field"), text(entry, "kind"), text(entry, "id"), part(entry)));
        lines.add("DTSTART", time(text(entry, "start")));
        if (entry.get("end") != null) {
            lines.add("DTEND", time(text(entry, "end")));
        }
        lines.addText("SUMMARY", "%s (%s)".formatted(text(entry, "title"), text(entry, "field")))
                .addText(
                        "DESCRIPTION",
                        "%s %s: %s".formatted(text(entry, "kind"), text(entry, "id"), text(entry, "state")))
                .addText("CATEGORIES", text(entry, "kind"))
                .add("STATUS", Boolean.TRUE.equals(entry.get("tentative")) ? "TENTATIVE" : "CONFIRMED")
                .add("TRANSP", "TRANSPARENT")
                .add("END", "VEVENT");
    }

    private void begin(String uid) {
        lines.add("BEGIN", "VEVENT")
                .addText("UID", "%s@%s.fact-matrix".formatted(uid, merchant))
                .add("DTSTAMP", TIME.format(now));
    }

    private static String part(Map<String, @Nullable Object> entry) {
        var part = text(entry, "part");
        return part.isEmpty() ? "" : "-" + part;
    }

    private static String text(Map<String, @Nullable Object> entry, String member) {
        return Objects.toString(entry.get(member), "");
    }

    private static String time(String moment) {
        return TIME.format(Instant.parse(moment));
    }
}
