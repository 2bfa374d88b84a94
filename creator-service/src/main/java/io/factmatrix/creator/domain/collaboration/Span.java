package io.factmatrix.creator.domain.collaboration;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A time.
 *
 * @param end excluded, and not before the start
 */
public record Span(Instant start, Instant end) {

    /** The members {@code start} and {@code end}. */
    static Span read(Members members) throws Refused {
        var span = new Span(members.time("start"), members.time("end"));
        members.nothingLeft();
        if (span.end.isBefore(span.start)) {
            throw members.invalid("end", span.end, "not before start, " + span.start);
        }
        return span;
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(start) && moment.isBefore(end);
    }

    /** As far as it lies before that moment. */
    Span until(Instant moment) {
        return moment.isBefore(start) ? new Span(start, start) : moment.isBefore(end) ? new Span(start, moment) : this;
    }

    /** By the names of the API. */
    Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("start", start);
        members.put("end", end);
        return members;
    }
}
