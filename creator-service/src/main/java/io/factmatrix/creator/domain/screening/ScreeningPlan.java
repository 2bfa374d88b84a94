package io.factmatrix.creator.domain.screening;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is looked for.
 *
 * @param parts one at least, in the order of the API, none twice
 */
public record ScreeningPlan(String name, Criteria criteria, List<Part> parts) {

    /** The parts, by the names of the API. */
    public Map<String, Object> weights() {
        var weights = new LinkedHashMap<String, Object>();
        parts.forEach(part -> weights.put(part.name(), part.members()));
        return weights;
    }
}
