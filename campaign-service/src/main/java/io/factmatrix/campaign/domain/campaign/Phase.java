package io.factmatrix.campaign.domain.campaign;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A part of a campaign's time.
 *
 * @param end excluded
 */
public record Phase(PhaseName name, Instant start, Instant end) {

    /** By the names of the API. */
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("phase", name);
        members.put("start", start);
        members.put("end", end);
        return members;
    }
}
