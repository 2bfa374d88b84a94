package io.factmatrix.creator.domain.outreach;

import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.resource.Resources;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The outreaches of merchants. */
public interface Outreaches extends Resources<OutreachId, Outreach> {

    /** At most so many, the newest first, made before that one; null for all. */
    List<Outreach> list(MerchantId merchant, OutreachFilter filter, @Nullable OutreachId before, int limit);

    /** The one of that creator that is open. Nobody else begins one while the creator is held. */
    Optional<Outreach> open(MerchantId merchant, CreatorId creator);

    /** What the store's clock says. */
    Instant now();
}
