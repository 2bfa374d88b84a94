package io.factmatrix.campaign.domain.guard;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.resource.Resources;
import io.factmatrix.plan.domain.Limit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The limits of products. {@link #add} and {@link #replace} refuse a product that has one already: 409 {@code product-limit.exists}. */
public interface ProductLimits extends Resources<LimitId, ProductLimit> {

    /** At most so many, the newest first, made before that one; of that product alone where it is not null. */
    List<ProductLimit> list(MerchantId merchant, @Nullable String product, @Nullable LimitId before, int limit);

    /** Those of these products; null: all. */
    List<Limit> of(MerchantId merchant, @Nullable List<String> products);

    /** To be held before. */
    void remove(MerchantId merchant, LimitId id);
}
