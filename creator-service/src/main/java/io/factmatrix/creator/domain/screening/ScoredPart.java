package io.factmatrix.creator.domain.screening;

import io.factmatrix.creator.domain.creator.Figure;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a score, explained.
 *
 * @param used what is known; null when nothing is
 * @param normalised from 0 to 1; the whole of it when nothing is known
 * @param points of the score, each rounded by itself
 */
public record ScoredPart(String part, @Nullable Figure used, Figure normalised, long weight, Figure points) {

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("part", part);
        members.put("used", used == null ? null : used.members());
        members.put("normalised", normalised.members());
        members.put("weight", weight);
        members.put("points", points.members());
        return members;
    }
}
