package io.factmatrix.livestream.domain.review;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A session as it was when it was reviewed.
 *
 * @param figures one for each currency in which anything had happened
 */
public record AsReviewed(Instant at, List<ReviewedFigures> figures) {

    public AsReviewed {
        figures = List.copyOf(figures);
    }

    /** As the API calls them: what was seen then, and what changed since. */
    public Map<String, @Nullable Object> members(ReviewedFigures now) {
        var then = figures.stream()
                .filter(each -> each.currency().equals(now.currency()))
                .findFirst()
                .orElseGet(() -> ReviewedFigures.none(now.currency()));
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("at", at);
        members.put("figures", then.members());
        members.put("since", new Since(then, now).members());
        return members;
    }
}
