package io.factmatrix.creator.domain.commission;

import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.kit.merchant.MerchantId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What merchants have agreed with creators. To be used inside a transaction of the merchant; each answer is of one moment. */
public interface Deals {

    /** In the order of their participations. */
    List<Deal> find(MerchantId merchant, DealFilter filter);

    /** Those whose content is one of these touchpoints. */
    List<Deal> ofTouchpoints(MerchantId merchant, Collection<String> touchpoints);

    /** Who takes part in anything: at most so many, in the order of their ids, after that one; null for all. */
    List<CreatorId> creators(MerchantId merchant, @Nullable CreatorId after, int limit);
}
