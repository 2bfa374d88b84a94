package io.factmatrix.kit.json;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Time zones as the API writes them: by their names in the time zone database. */
public final class Zones {

    private Zones() {}

    /** Null when there is none of that name; an offset is none. */
    public static @Nullable ZoneId of(String name) {
        return ZoneId.getAvailableZoneIds().contains(name) ? ZoneId.of(name) : null;
    }
}
