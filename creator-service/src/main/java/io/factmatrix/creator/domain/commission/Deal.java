package io.factmatrix.creator.domain.commission;

import io.factmatrix.creator.domain.collaboration.CollaborationId;
import io.factmatrix.creator.domain.collaboration.CollaborationState;
import io.factmatrix.creator.domain.collaboration.CollaborationTerms;
import io.factmatrix.creator.domain.collaboration.ParticipationId;
import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.ledger.domain.touchpoint.CountedLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A participation with the terms that it is on.
 *
 * @param sampleShipped whether the creator was sent a sample
 * @param contentLinkedAt when content was linked for the first time; null when none ever was
 */
public record Deal(
        ParticipationId participation,
        CreatorId creator,
        CollaborationId collaboration,
        CollaborationState state,
        CollaborationTerms terms,
        List<String> touchpoints,
        boolean sampleShipped,
        @Nullable Instant contentLinkedAt) {

    /** Why a line of this content earns nothing; empty when it earns a commission. */
    Optional<Unearned> unearned(CountedLine line) {
        if (!state.isBinding()) {
            return Optional.of(Unearned.NOT_BINDING);
        }
        if (!terms.window().contains(line.occurredAt())) {
            return Optional.of(Unearned.OUTSIDE_WINDOW);
        }
        if (!terms.products().isEmpty() && !terms.products().contains(line.product())) {
            return Optional.of(Unearned.OTHER_PRODUCT);
        }
        return line.currency().equals(terms.currency()) ? Optional.empty() : Optional.of(Unearned.OTHER_CURRENCY);
    }

    /** The fixed fee, once it is owed: from when content is linked, in a collaboration that binds. */
    public Optional<Money> owedFee() {
        return contentLinkedAt == null || !state.isBinding() ? Optional.empty() : Optional.ofNullable(terms.fee());
    }
}
