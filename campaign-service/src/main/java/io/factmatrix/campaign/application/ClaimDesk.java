package io.factmatrix.campaign.application;

import io.factmatrix.campaign.domain.claim.Claim;
import io.factmatrix.campaign.domain.claim.ClaimFilter;
import io.factmatrix.campaign.domain.claim.ClaimId;
import io.factmatrix.campaign.domain.claim.ClaimState;
import io.factmatrix.campaign.domain.claim.Claims;
import io.factmatrix.campaign.domain.claim.Standing;
import io.factmatrix.campaign.domain.claim.Wanted;
import io.factmatrix.campaign.domain.offer.Offer;
import io.factmatrix.campaign.domain.offer.OfferId;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.write.Register;
import io.factmatrix.kit.write.Write;
import java.time.Duration;
import java.util.List;

/**
 * What can be done with claims, each inside one transaction of the merchant. Whoever is promised something holds its offer; who is refused waits for nobody. They
 * stand in no audit trail: a claim is the record of itself, and the trail would make all claims of a merchant wait for each other.
 */
public final class ClaimDesk {

    private final Register<OfferId, Offer> offers;
    private final Claims claims;
    private final Duration heldFor;

    public ClaimDesk(Register<OfferId, Offer> offers, Claims claims, Duration heldFor) {
        this.offers = offers;
        this.claims = claims;
        this.heldFor = heldFor;
    }

    /**
     * What was claimed.
     *
     * @param made whether it was now; else it was before
     */
    public record Claimed(Claim claim, boolean made) {}

    /**
     * Asked again it answers the claim that was made. 404 {@code offer.unknown}, 409 {@code claim.taken}, {@code offer.not_open}, {@code offer.closed}, {@code
     * offer.cap_reached}, {@code offer.sold_out}.
     */
    public Claimed claim(Write write, OfferId offer, ClaimId id, Wanted wanted) {
        var merchant = write.merchant();
        var seen = offers.find(merchant, offer);
        var standing = claims.standing(merchant, offer, id, wanted.buyer());
        if (!standing.known()) {
            // What is refused now need not be held: a refusal promises nothing.
            standing.admit(seen, id, wanted, heldFor);
            var held = offers.hold(write, offer);
            standing = claims.standing(merchant, offer, id, wanted.buyer());
            if (!standing.known()) {
                var claim = standing.admit(held, id, wanted, heldFor);
                claims.add(merchant, claim);
                return new Claimed(claim, true);
            }
        }
        return new Claimed(known(merchant, offer, id, wanted, standing), false);
    }

    private Claim known(MerchantId merchant, OfferId offer, ClaimId id, Wanted wanted, Standing standing) {
        var claim = find(merchant, offer, id);
        claim.requireOf(wanted);
        return claim.asOf(standing.now());
    }

    /** Moved there; the claim as it is when it was there already. 404 {@code offer.unknown}, {@code claim.unknown}, 409 {@code claim.expired}, {@code transition.refused}. */
    public Claim move(Write write, OfferId offer, ClaimId id, ClaimState to) {
        var merchant = write.merchant();
        offers.hold(write, offer);
        var before = find(merchant, offer, id);
        var after = before.to(to, claims.now());
        if (after.state() != before.state()) {
            claims.replace(merchant, before, after);
        }
        return after;
    }

    private Claim find(MerchantId merchant, OfferId offer, ClaimId id) {
        return claims.find(merchant, offer, id).orElseThrow(() -> ClaimId.CLAIM.unknown(id.value()));
    }

    /** As it is now. 404 {@code offer.unknown}, {@code claim.unknown}. */
    public Claim claim(MerchantId merchant, OfferId offer, ClaimId id) {
        offers.find(merchant, offer);
        return find(merchant, offer, id).asOf(claims.now());
    }

    /** As they are now: at most so many, the newest first, of a smaller number than that. 404 {@code offer.unknown}. */
    public List<Claim> list(MerchantId merchant, OfferId offer, ClaimFilter filter, long before, int limit) {
        offers.find(merchant, offer);
        var now = claims.now();
        return claims.list(merchant, offer, filter, before, now, limit).stream()
                .map(claim -> claim.asOf(now))
                .toList();
    }
}
