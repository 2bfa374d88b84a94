package io.factmatrix.campaign.domain.offer;

import io.factmatrix.campaign.domain.campaign.Campaign;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.revision.Version;
import io.factmatrix.ledger.domain.event.Money;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An offer. How much of it is claimed is no part of its version: a burst would leave nobody's {@code If-Match} true. */
public record Offer(OfferId id, OfferTerms terms, OfferState state, Version version) implements Resource<OfferId> {

    /** A new one. */
    public static Offer drafted(OfferId id, OfferTerms terms, Instant now) {
        return new Offer(id, terms, OfferState.DRAFT, Version.first(now));
    }

    /**
     * On these terms; the same offer when it had them already. Once it is open, only stock, cap and end change: 409 {@code offer.begun} names the member.
     * Once it is closed, nothing: 409 {@code offer.over}.
     */
    public Offer by(OfferTerms other, Instant now) {
        if (other.equals(terms)) {
            return this;
        }
        if (state == OfferState.CLOSED) {
            throw new ProblemException(
                    409, "offer.over", "offer: %s is closed (expected: one that is draft or open)".formatted(id));
        }
        if (state == OfferState.OPEN) {
            requireSame("product", terms.product(), other.product());
            requireSame("price", shown(terms.price()), shown(other.price()));
            requireSame("listPrice", shown(terms.listPrice()), shown(other.listPrice()));
            requireSame("start", terms.start(), other.start());
            requireSame("campaign", terms.campaign(), other.campaign());
        }
        return new Offer(id, other, state, version.next(now));
    }

    private void requireSame(String member, @Nullable Object current, @Nullable Object other) {
        if (!Objects.equals(current, other)) {
            throw new ProblemException(
                    409,
                    "offer.begun",
                    "%s: %s, of an offer that is open (expected: %s)"
                            .formatted(
                                    member,
                                    Objects.requireNonNullElse(other, "none"),
                                    Objects.requireNonNullElse(current, "none")));
        }
    }

    private static @Nullable String shown(@Nullable Money money) {
        return money == null ? null : money.decimal() + " " + money.currency();
    }

    /** 409 {@code offer.outside_campaign} when it does not fit that campaign, which is its own. */
    public Offer requireWithin(Campaign campaign) {
        var misfit = terms.misfit(campaign);
        if (misfit != null) {
            throw outside("%s: %s (expected: %s)".formatted(misfit.member(), misfit.value(), misfit.expected()));
        }
        return this;
    }

    /** The same of a campaign that is to be changed beneath it. */
    public void requireRoomIn(Campaign changed) {
        var misfit = terms.misfit(changed);
        if (misfit != null) {
            throw outside("%s: without offer %s, which is open, of %s %s (expected: %s)"
                    .formatted(
                            misfit.member().equals("product") ? "scope" : "phases",
                            id,
                            misfit.member(),
                            misfit.value(),
                            misfit.expected()));
        }
    }

    private static ProblemException outside(String detail) {
        return new ProblemException(409, "offer.outside_campaign", detail);
    }

    /** 409 {@code offer.stock_claimed} when more is claimed than it has. To be asked while its row is held. */
    public void requireStock(Tally tally) {
        if (terms.stock() < tally.claimed()) {
            throw new ProblemException(
                    409,
                    "offer.stock_claimed",
                    "stock: %d (expected: at least %d, which are claimed)".formatted(terms.stock(), tally.claimed()),
                    Map.of("claimed", tally.claimed()));
        }
    }

    /** Moved there, if it may: 409 {@code transition.refused}. */
    public Offer to(OfferState next, Instant now) {
        OfferState.TRANSITIONS.check(state, next);
        return new Offer(id, terms, next, version.next(now));
    }

    @Override
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        var listPrice = terms.listPrice();
        members.put("product", terms.product());
        members.put("price", terms.price().members());
        members.put("listPrice", listPrice == null ? null : listPrice.members());
        members.put("stock", terms.stock());
        members.put("capPerBuyer", terms.capPerBuyer());
        members.put("start", terms.start());
        members.put("end", terms.end());
        members.put("campaign", terms.campaign());
        members.put("state", state);
        return members;
    }
}
