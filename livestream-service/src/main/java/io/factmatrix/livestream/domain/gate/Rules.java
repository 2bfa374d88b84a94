package io.factmatrix.livestream.domain.gate;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.resource.Resources;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The gate rules of merchants. */
public interface Rules extends Resources<RuleId, Rule> {

    /**
     * At most so many, the newest first.
     *
     * @param before only those made before that one; null for all
     */
    List<Rule> list(MerchantId merchant, RuleFilter filter, @Nullable RuleId before, int limit);
}
