package io.factmatrix.kol.domain.economics;

import io.factmatrix.kol.domain.engagement.Engagement;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.settlement.Standing;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an engagement pays, in the currency of its slot fee: all of it as of one moment.
 *
 * @param figures of its touchpoint, over all time
 * @param guaranteeKept null when nothing is guaranteed
 * @param standing how far the ledger had come, and how far it had taken in the others
 */
public record Economics(
        Engagement engagement,
        Assumptions assumptions,
        Figures figures,
        @Nullable GuaranteeKept guaranteeKept,
        Standing standing) {

    /** The category of the cost events that are ads. */
    private static final String ADS = "ads";

    public BreakEven breakEven() {
        return new BreakEven(slotFee(), engagement.terms().commission(), assumptions);
    }

    public Outcome outcome() {
        return new Outcome(
                figures.gmv(),
                figures.refunds(),
                slotFee(),
                figures.costs().getOrDefault(ADS, BigInteger.ZERO),
                engagement.terms().commission(),
                assumptions.goodsCostShare());
    }

    private BigInteger slotFee() {
        return BigInteger.valueOf(engagement.terms().slotFee().minor());
    }

    /** Whether orders of this ledger are not yet looked at for who is new: {@code newBuyers} is about to change. */
    public boolean isSettling() {
        return standing.settledTo().getOrDefault(Field.KOL, 0L)
                < standing.position().watermark();
    }

    /** As the API calls them; {@code settledTo} as in the view. */
    public Map<String, @Nullable Object> members() {
        var currency = engagement.terms().slotFee().currency();
        var in = Amounts.in(currency);
        var settledTo = new LinkedHashMap<String, @Nullable Object>();
        standing.settledTo().forEach((field, watermark) -> settledTo.put(field.word(), String.valueOf(watermark)));
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("engagement", engagement.id());
        members.put("state", engagement.state());
        members.put("currency", currency);
        members.put("breakEven", breakEven().members(in));
        members.put("outcome", outcome().members(in));
        members.put("guarantee", guaranteeKept == null ? null : guaranteeKept.members(in));
        members.put("breakout", breakout());
        members.put("otherCurrencies", otherCurrencies());
        members.put("asOf", standing.position().recordedAt());
        members.put("watermark", String.valueOf(standing.position().watermark()));
        members.put("settledTo", settledTo);
        members.put("settling", isSettling());
        return members;
    }

    /** Whom the engagement brought that no field of the merchant had sold to before. */
    private Map<String, @Nullable Object> breakout() {
        var buyers = figures.buyers().atLeast();
        var newBuyers = figures.newBuyers();
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("buyers", buyers);
        members.put("newBuyers", newBuyers);
        members.put("newBuyerShare", newBuyers == null ? null : Amounts.ratio(newBuyers, buyers));
        return members;
    }

    private List<Map<String, @Nullable Object>> otherCurrencies() {
        return figures.otherCurrencies().entrySet().stream()
                .map(other -> {
                    var in = Amounts.in(other.getKey());
                    var members = new LinkedHashMap<String, @Nullable Object>();
                    members.put("currency", other.getKey());
                    members.put("gmv", in.money(other.getValue().gmv()));
                    members.put("refunds", in.money(other.getValue().refunds()));
                    members.put("cost", in.money(other.getValue().cost()));
                    return (Map<String, @Nullable Object>) members;
                })
                .toList();
    }
}
