package io.factmatrix.kol.domain.kol;

import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.revision.Version;
import io.factmatrix.plan.domain.Span;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A time in which a KOL cannot be booked. It is not changed: it is there, or it was removed. */
public record Unavailability(
        UnavailabilityId id, KolId kol, Span span, @Nullable String reason, Version version)
        implements Resource<UnavailabilityId> {

    /** A new one. */
    public static Unavailability told(UnavailabilityId id, KolId kol, Span span, @Nullable String reason, Instant now) {
        return new Unavailability(id, kol, span, reason, Version.first(now));
    }

    @Override
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("kol", kol);
        members.put("start", span.start());
        members.put("end", span.end());
        members.put("reason", reason);
        return members;
    }
}
