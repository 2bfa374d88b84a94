package io.factmatrix.campaign.http;

import io.factmatrix.campaign.domain.campaign.CampaignId;
import io.factmatrix.campaign.domain.offer.OfferTerms;
import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.ledger.domain.event.MoneyMember;
import org.jspecify.annotations.Nullable;

/** The terms of an offer, as JSON. */
final class OfferBody {

    /** So that sums of quantities stay far from the end of the numbers. */
    static final long MOST_UNITS = 1_000_000_000;

    private OfferBody() {}

    static OfferTerms read(Members members) throws Refused {
        var product = members.text("product");
        var price = MoneyMember.read(members, "price", 0);
        var listPrice = MoneyMember.optional(members, "listPrice", 0);
        requireAtLeast(members, price, listPrice);
        var stock = members.integer("stock", 0, MOST_UNITS);
        var cap = members.integer("capPerBuyer", 1, MOST_UNITS);
        var start = members.time("start");
        var end = members.time("end");
        if (!end.isAfter(start)) {
            throw members.invalid("end", end, "after start, " + start);
        }
        var campaign = members.optionalText("campaign");
        return new OfferTerms(
                product, price, listPrice, stock, cap, start, end, campaign == null ? null : CampaignId.of(campaign));
    }

    private static void requireAtLeast(Members members, Money price, @Nullable Money listPrice) throws Refused {
        if (listPrice == null) {
            return;
        }
        if (!listPrice.currency().equals(price.currency())) {
            throw members.invalid("listPrice", listPrice.currency(), "the currency of the price, " + price.currency());
        }
        if (listPrice.minor() < price.minor()) {
            throw members.invalid("listPrice", listPrice.decimal(), "at least the price, " + price.decimal());
        }
    }
}
