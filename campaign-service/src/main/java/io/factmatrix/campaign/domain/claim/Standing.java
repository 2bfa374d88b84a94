package io.factmatrix.campaign.domain.claim;

import io.factmatrix.campaign.domain.offer.Offer;
import io.factmatrix.campaign.domain.offer.OfferState;
import io.factmatrix.campaign.domain.offer.Tally;
import io.factmatrix.kit.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * How an offer stands for a buyer who claims, while its row is held: nobody else claims, confirms or releases.
 *
 * @param now by the database's clock, read when the row was held
 * @param ofBuyer units that the buyer has, held or confirmed
 * @param claims how many there were
 * @param known whether there is a claim of that id already
 */
public record Standing(Instant now, Tally tally, long ofBuyer, long claims, boolean known) {

    /**
     * The claim, if it can be promised. 409 {@code offer.not_open}, {@code offer.closed}, {@code offer.cap_reached}, {@code offer.sold_out}: the first that
     * holds, so that who gets no more anyway is not told to wait for stock.
     */
    public Claim admit(Offer offer, ClaimId id, Wanted wanted, Duration heldFor) {
        requireOpen(offer);
        requireCap(offer, wanted);
        requireStock(offer, wanted);
        return new Claim(offer.id(), id, claims + 1, wanted, ClaimState.HELD, now, now.plus(heldFor), null, null);
    }

    private void requireOpen(Offer offer) {
        var terms = offer.terms();
        if (offer.state() == OfferState.CLOSED || !now.isBefore(terms.end())) {
            throw new ProblemException(
                    409,
                    "offer.closed",
                    "offer: %s is %s, and ends %s; now it is %s (expected: one that is open)"
                            .formatted(offer.id(), offer.state().word(), terms.end(), now));
        }
        if (offer.state() == OfferState.DRAFT || now.isBefore(terms.start())) {
            throw new ProblemException(
                    409,
                    "offer.not_open",
                    "offer: %s is %s, and starts %s; now it is %s (expected: one that is open)"
                            .formatted(offer.id(), offer.state().word(), terms.start(), now));
        }
    }

    private void requireCap(Offer offer, Wanted wanted) {
        long cap = offer.terms().capPerBuyer();
        if (wanted.quantity() > cap - ofBuyer) {
            throw new ProblemException(
                    409,
                    "offer.cap_reached",
                    "quantity: %d, of buyer %s, who has %d (expected: %d in all at most)"
                            .formatted(wanted.quantity(), wanted.buyer(), ofBuyer, cap),
                    Map.of("capPerBuyer", cap, "ofBuyer", ofBuyer));
        }
    }

    private void requireStock(Offer offer, Wanted wanted) {
        long stock = offer.terms().stock();
        long left = stock - tally.claimed();
        if (wanted.quantity() > left) {
            throw new ProblemException(
                    409,
                    "offer.sold_out",
                    "quantity: %d (expected: at most %d, which are left of %d; %d are held and not confirmed)"
                            .formatted(wanted.quantity(), left, stock, tally.held()),
                    Map.of("left", left, "held", tally.held(), "stock", stock));
        }
    }
}
