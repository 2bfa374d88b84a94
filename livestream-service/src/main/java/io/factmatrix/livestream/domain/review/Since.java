package io.factmatrix.livestream.domain.review;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What changed since a session was reviewed: figures now less figures then, in one currency. A refund that came afterwards is a greater
 * {@code refunds} and a lesser {@code netGmv}.
 */
public record Since(ReviewedFigures then, ReviewedFigures now) {

    public Since {
        if (!then.currency().equals(now.currency())) {
            throw new IllegalArgumentException(
                    "currency: %s (expected: %s, as it was reviewed)".formatted(now.currency(), then.currency()));
        }
    }

    /** Whether any of them changed; what else was recorded meanwhile does not matter. */
    public boolean isChanged() {
        return !difference(then).equals(difference(now));
    }

    private ReviewedFigures difference(ReviewedFigures before) {
        return new ReviewedFigures(
                now.currency(),
                now.gmv().subtract(before.gmv()),
                now.refunds().subtract(before.refunds()),
                now.netGmv().subtract(before.netGmv()),
                now.orders().subtract(before.orders()),
                now.units().subtract(before.units()),
                now.cost().subtract(before.cost()),
                now.watermark());
    }

    /** As the API calls them: the differences, and up to which position of the ledger the figures now are complete. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("changed", isChanged());
        members.putAll(difference(then).members());
        return members;
    }
}
