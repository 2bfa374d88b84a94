package io.factmatrix.creator.domain.collaboration;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.resource.Resources;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The collaborations of merchants. */
public interface Collaborations extends Resources<CollaborationId, Collaboration> {

    /** At most so many, the newest first, made before that one; null for all. */
    List<Collaboration> list(
            MerchantId merchant, CollaborationFilter filter, @Nullable CollaborationId before, int limit);
}
