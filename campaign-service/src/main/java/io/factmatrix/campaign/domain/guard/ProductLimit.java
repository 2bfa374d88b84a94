package io.factmatrix.campaign.domain.guard;

import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.revision.Version;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.plan.domain.Limit;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far promises of a product may go, in whatever field. */
public record ProductLimit(LimitId id, Limit limit, Version version) implements Resource<LimitId> {

    /** A new one. */
    public static ProductLimit set(LimitId id, Limit limit, Instant now) {
        return new ProductLimit(id, limit, Version.first(now));
    }

    /** Saying that; the same when it said so already. */
    public ProductLimit by(Limit other, Instant now) {
        return other.equals(limit) ? this : new ProductLimit(id, other, version.next(now));
    }

    @Override
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("product", limit.product());
        members.put("floors", limit.floors().stream().map(Money::members).toList());
        members.put("stock", limit.stock());
        return members;
    }
}
