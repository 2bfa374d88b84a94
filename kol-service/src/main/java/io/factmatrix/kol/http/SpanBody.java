package io.factmatrix.kol.http;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.plan.domain.Span;
import java.time.Duration;

/** A piece of time, as JSON. */
final class SpanBody {

    private SpanBody() {}

    /** The members of those names: the one after the other, and at most so far. */
    static Span read(Members members, String first, String last, Duration longest) throws Refused {
        var start = members.time(first);
        var end = members.time(last);
        if (!end.isAfter(start) || end.isAfter(start.plus(longest))) {
            throw members.invalid(
                    last, end, "after %s, %s, and at most %d days".formatted(first, start, longest.toDays()));
        }
        return new Span(start, end);
    }
}
