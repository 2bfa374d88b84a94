package io.factmatrix.kol.domain.makegood;

import io.factmatrix.kol.domain.engagement.EngagementId;
import io.factmatrix.ledger.domain.event.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is offered: money, or an engagement.
 *
 * @param amount in the currency of the slot fee; null where an engagement makes good
 * @param madeGoodBy which engagement does; null where money does
 */
public record MakeGoodOffer(
        MakeGoodKind kind,
        @Nullable Money amount,
        @Nullable EngagementId madeGoodBy,
        @Nullable String note) {}
