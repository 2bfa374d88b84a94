package io.factmatrix.campaign.application;

import io.factmatrix.campaign.domain.guard.LimitId;
import io.factmatrix.campaign.domain.guard.ProductLimit;
import io.factmatrix.campaign.domain.guard.ProductLimits;
import io.factmatrix.kit.audit.AuditTrail;
import io.factmatrix.kit.audit.Change;
import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.write.Register;
import io.factmatrix.kit.write.Write;
import io.factmatrix.plan.domain.Limit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be done with the limits of products, each inside one transaction of the merchant. What is promised already stays, and is listed as a conflict. */
public final class LimitDesk {

    private final ProductLimits limits;
    private final Register<LimitId, ProductLimit> register;
    private final AuditTrail trail;
    private final NewIds ids;

    public LimitDesk(ProductLimits limits, Register<LimitId, ProductLimit> register, AuditTrail trail, NewIds ids) {
        this.limits = limits;
        this.register = register;
        this.trail = trail;
        this.ids = ids;
    }

    /** 409 {@code product-limit.exists}. */
    public ProductLimit set(Write write, Limit limit) {
        return register.add(write, ProductLimit.set(new LimitId(ids.next(write.at())), limit, write.at()));
    }

    /** The same, and 404 {@code product-limit.unknown}, 412 {@code revision.mismatch}. */
    public ProductLimit change(Write write, LimitId id, Limit limit) {
        return register.change(write, id, "changed", before -> before.by(limit, write.at()));
    }

    /** 404 {@code product-limit.unknown}, 412 {@code revision.mismatch}. */
    public ProductLimit remove(Write write, LimitId id) {
        var removed = register.hold(write, id);
        write.expects(removed.version().revision());
        limits.remove(write.merchant(), id);
        trail.add(
                write.merchant(),
                write.by(),
                Change.of(LimitId.PRODUCT_LIMIT.name(), id.value(), "removed", removed.members(), Map.of()));
        return removed;
    }

    /** 404 {@code product-limit.unknown}. */
    public ProductLimit find(MerchantId merchant, LimitId id) {
        return register.find(merchant, id);
    }

    /** At most so many, the newest first, made before that one. */
    public List<ProductLimit> list(MerchantId merchant, @Nullable String product, @Nullable LimitId before, int limit) {
        return limits.list(merchant, product, before, limit);
    }
}
