package io.factmatrix.campaign.store;

import io.factmatrix.campaign.domain.campaign.CampaignId;
import io.factmatrix.campaign.domain.offer.CountedOffer;
import io.factmatrix.campaign.domain.offer.Offer;
import io.factmatrix.campaign.domain.offer.OfferFilter;
import io.factmatrix.campaign.domain.offer.OfferId;
import io.factmatrix.campaign.domain.offer.OfferState;
import io.factmatrix.campaign.domain.offer.OfferTerms;
import io.factmatrix.campaign.domain.offer.Offers;
import io.factmatrix.campaign.domain.offer.Tally;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.Conditions;
import io.factmatrix.kit.store.PostgresResources;
import io.factmatrix.kit.store.Row;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.plan.domain.Span;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Offers in PostgreSQL. Their rows count what is claimed, too; those columns are written with claims. */
public final class PostgresOffers extends PostgresResources<OfferId, Offer> implements Offers {

    public PostgresOffers(JdbcTemplate jdbc) {
        super(jdbc, "offer");
    }

    @Override
    public List<Offer> list(MerchantId merchant, OfferFilter filter, @Nullable OfferId before, int limit) {
        var conditions = new Conditions()
                .equal("product", filter.product())
                .equal("campaign_id", filter.campaign())
                .equal("state", filter.state());
        return newest(merchant, conditions, before, limit);
    }

    @Override
    public List<Offer> planned(
            MerchantId merchant,
            @Nullable OfferState state,
            @Nullable List<String> products,
            @Nullable Span span,
            String from,
            int limit) {
        var conditions = new Conditions()
                .equal("state", state)
                .atLeast("offer_id", from)
                .anyOf("product", products)
                .above("ends_at", span == null ? null : span.start())
                .below("starts_at", span == null ? null : span.end());
        return first(merchant, conditions, "offer_id", limit);
    }

    @Override
    public List<CountedOffer> counted(MerchantId merchant, List<Offer> offers) {
        if (offers.isEmpty()) {
            return List.of();
        }
        var tallies = tallies(merchant, offers);
        return offers.stream()
                .map(offer -> new CountedOffer(offer, Objects.requireNonNull(tallies.get(offer.id()))))
                .toList();
    }

    private Map<OfferId, Tally> tallies(MerchantId merchant, List<Offer> offers) {
        var tallies = new HashMap<OfferId, Tally>();
        jdbc.sql("""
                        select offer_id, confirmed, claimed - coalesce((
                            select sum(quantity) from claim
                            where claim.merchant_id = offer.merchant_id and claim.offer_id = offer.offer_id
                                and state = 'held' and expires_at <= date_trunc('milliseconds', clock_timestamp())), 0) as claimed
                        from offer where merchant_id = :merchant and offer_id in (:offers)
                        """)
                .param("merchant", merchant.value())
                .param(
                        "offers",
                        offers.stream().map(offer -> offer.id().value()).toList())
                .query(row -> {
                    tallies.put(
                            new OfferId(row.getString("offer_id")),
                            new Tally(row.getLong("claimed"), row.getLong("confirmed")));
                });
        return tallies;
    }

    @Override
    protected Map<String, @Nullable Object> columns(Offer offer) {
        var terms = offer.terms();
        var listPrice = terms.listPrice();
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("product", terms.product());
        columns.put("price", terms.price().minor());
        columns.put("currency", terms.price().currency());
        columns.put("list_price", listPrice == null ? null : listPrice.minor());
        columns.put("stock", terms.stock());
        columns.put("cap_per_buyer", terms.capPerBuyer());
        columns.put("starts_at", terms.start());
        columns.put("ends_at", terms.end());
        columns.put("campaign_id", terms.campaign());
        columns.put("state", offer.state());
        return columns;
    }

    @Override
    protected Offer read(Row row) throws SQLException {
        var currency = row.text("currency");
        var listPrice = row.optionalNumber("list_price");
        var campaign = row.optionalText("campaign_id");
        var terms = new OfferTerms(
                row.text("product"),
                new Money(row.number("price"), currency),
                listPrice == null ? null : new Money(listPrice, currency),
                row.number("stock"),
                row.number("cap_per_buyer"),
                row.instant("starts_at"),
                row.instant("ends_at"),
                campaign == null ? null : new CampaignId(campaign));
        return new Offer(new OfferId(row.text("offer_id")), terms, row.word("state", OfferState.class), row.version());
    }
}
