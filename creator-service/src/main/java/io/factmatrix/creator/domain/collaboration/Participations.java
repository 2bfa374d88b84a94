package io.factmatrix.creator.domain.collaboration;

import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.resource.Resources;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The participations of merchants. To add or replace one is 409 {@code touchpoint.linked} when another has a touchpoint of it. */
public interface Participations extends Resources<ParticipationId, Participation> {

    /** At most so many, the newest first, made before that one; null for all. */
    List<Participation> list(
            MerchantId merchant, ParticipationFilter filter, @Nullable ParticipationId before, int limit);

    /** That of a creator in a collaboration. Nobody else begins one while the collaboration is held. */
    Optional<Participation> of(MerchantId merchant, CollaborationId collaboration, CreatorId creator);

    /** Who takes part. Nobody else begins to while the collaboration is held. */
    List<CreatorId> creators(MerchantId merchant, CollaborationId collaboration);

    /** What the store's clock says. */
    Instant now();
}
