package io.factmatrix.campaign.domain.claim;

import io.factmatrix.campaign.domain.offer.OfferId;
import io.factmatrix.kit.problem.ProblemException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Units of an offer that a buyer was promised.
 *
 * @param number which one of the offer it is: 1, 2, 3 …
 * @param expiresAt until when it is held; stays when it was confirmed or released
 * @param confirmedAt null when it was not
 * @param releasedAt null when it was not
 */
public record Claim(
        OfferId offer,
        ClaimId id,
        long number,
        Wanted wanted,
        ClaimState state,
        Instant claimedAt,
        Instant expiresAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant releasedAt) {

    /** As it is at that moment: expired when it was held until then or less long. */
    public Claim asOf(Instant now) {
        return state == ClaimState.HELD && !expiresAt.isAfter(now) ? in(ClaimState.EXPIRED) : this;
    }

    private Claim in(ClaimState next) {
        return new Claim(offer, id, number, wanted, next, claimedAt, expiresAt, confirmedAt, releasedAt);
    }

    /** 409 {@code claim.taken} when it is a claim of something else. */
    public void requireOf(Wanted other) {
        if (!wanted.equals(other)) {
            throw new ProblemException(
                    409,
                    "claim.taken",
                    "claim: %s (expected: a new id for another claim; this one is %d of buyer %s, order %s)"
                            .formatted(
                                    id,
                                    wanted.quantity(),
                                    wanted.buyer(),
                                    wanted.order() == null ? "none" : wanted.order()));
        }
    }

    /**
     * Moved there, if it may; the same claim when it is there already, so that asking again does no harm. 409 {@code claim.expired} when it was held for too
     * long, {@code transition.refused}.
     */
    public Claim to(ClaimState next, Instant now) {
        var current = asOf(now);
        if (current.state == next) {
            return current;
        }
        if (current.state == ClaimState.EXPIRED) {
            throw new ProblemException(
                    409,
                    "claim.expired",
                    "to: %s, of a claim that was held until %s (expected: to be asked before)"
                            .formatted(next.word(), expiresAt));
        }
        ClaimState.TRANSITIONS.check(current.state, next);
        return new Claim(
                offer,
                id,
                number,
                wanted,
                next,
                claimedAt,
                expiresAt,
                next == ClaimState.CONFIRMED ? now : confirmedAt,
                next == ClaimState.RELEASED ? now : releasedAt);
    }

    /** By the names of the API. */
    public Map<String, @Nullable Object> body() {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("id", id);
        body.put("offer", offer);
        body.put("buyer", wanted.buyer());
        body.put("quantity", wanted.quantity());
        body.put("order", wanted.order());
        body.put("state", state);
        body.put("claimedAt", claimedAt);
        body.put("expiresAt", expiresAt);
        body.put("confirmedAt", confirmedAt);
        body.put("releasedAt", releasedAt);
        return body;
    }
}
