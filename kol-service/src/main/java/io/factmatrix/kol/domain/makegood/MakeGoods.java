package io.factmatrix.kol.domain.makegood;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.resource.Resources;
import io.factmatrix.kol.domain.engagement.EngagementId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The make-goods of merchants. */
public interface MakeGoods extends Resources<MakeGoodId, MakeGood> {

    /**
     * At most so many of an engagement, the newest first.
     *
     * @param state null for all
     * @param before only those made before that one; null for all
     */
    List<MakeGood> list(
            MerchantId merchant,
            EngagementId engagement,
            @Nullable MakeGoodState state,
            @Nullable MakeGoodId before,
            int limit);

    /** All of an engagement. Nobody else proposes or changes another while the engagement is held. */
    List<MakeGood> of(MerchantId merchant, EngagementId engagement);
}
