package io.factmatrix.gateway.domain.recommendation;

import io.factmatrix.gateway.domain.estimate.Estimate;
import io.factmatrix.gateway.domain.estimate.Refusal;
import io.factmatrix.ledger.domain.event.Field;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a budget is best divided, or why no division is better than another; money in minor units, of all days ahead.
 *
 * @param budget null when neither it was given nor all that is spent at present is known
 * @param refusal null when there is a division
 * @param shares of each field
 * @param unallocated what is left of the budget, where more was never seen spent or is not allowed; null when refused
 * @param gain in net GMV, against the same money divided as at present; null when refused
 */
public record Reallocation(
        @Nullable BigInteger budget,
        @Nullable Refusal refusal,
        Map<Field, Share> shares,
        @Nullable BigInteger unallocated,
        @Nullable Estimate gain) {

    /**
     * Of one field.
     *
     * @param present what is spent in as many days at present; null when it is not known
     * @param recommended null when there is no division, or it is to go on as it does and that is not known
     * @param gain in its net GMV; null when there is no division, or no curve
     * @param isBeyondSeen whether its limits make it spend what was never seen on a day, so that its curve is not known there
     */
    public record Share(
            @Nullable BigInteger present,
            @Nullable BigInteger recommended,
            @Nullable Estimate gain,
            boolean isBeyondSeen) {

        Share(@Nullable BigInteger present) {
            this(present, null, null, false);
        }
    }
}
