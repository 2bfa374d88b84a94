package io.factmatrix.creator.domain.commission;

import io.factmatrix.creator.domain.collaboration.CollaborationId;
import io.factmatrix.creator.domain.collaboration.ParticipationId;
import io.factmatrix.creator.domain.creator.CreatorId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which deals are asked for: null filters nothing. */
public record DealFilter(
        @Nullable Collection<CreatorId> creators,
        @Nullable CollaborationId collaboration,
        @Nullable ParticipationId participation) {

    public static final DealFilter ALL = new DealFilter(null, null, null);

    public static DealFilter of(CreatorId creator) {
        return new DealFilter(List.of(creator), null, null);
    }

    public static DealFilter of(CollaborationId collaboration) {
        return new DealFilter(null, collaboration, null);
    }

    public static DealFilter of(ParticipationId participation) {
        return new DealFilter(null, null, participation);
    }
}
