package io.factmatrix.kol.domain.economics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of an engagement, as far as the ledger knows, in minor units. Its parts are amounts of money, each rounded HALF_UP; so what is left adds up to the
 * last of them.
 *
 * @param ads what was spent on ads for it
 * @param commissionRate share of the kept GMV
 * @param goodsCostShare what kept goods cost, as a share of their GMV; null: unknown
 */
public record Outcome(
        BigInteger gmv,
        BigInteger refunds,
        BigInteger slotFee,
        BigInteger ads,
        BigDecimal commissionRate,
        @Nullable BigDecimal goodsCostShare) {

    /** What was paid less what was refunded. */
    public BigInteger keptGmv() {
        return gmv.subtract(refunds);
    }

    public BigInteger commission() {
        return Amounts.share(keptGmv(), commissionRate);
    }

    public @Nullable BigInteger goodsCost() {
        return goodsCostShare == null ? null : Amounts.share(keptGmv(), goodsCostShare);
    }

    /** Kept GMV − cost of kept goods − commission on kept GMV − slot fee − ads; null when one of them is unknown. */
    public @Nullable BigInteger netProfit() {
        var goods = goodsCost();
        return goods == null ? null : keptGmv().subtract(goods).subtract(spent());
    }

    /** Net profit / (slot fee + commission + ads), with six digits; null of nothing. */
    public @Nullable BigDecimal netRoi() {
        var profit = netProfit();
        return profit == null ? null : Amounts.ratio(profit, spent());
    }

    private BigInteger spent() {
        return slotFee.add(commission()).add(ads);
    }

    /** As the API calls them. */
    Map<String, @Nullable Object> members(Amounts in) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("gmv", in.money(gmv));
        members.put("refunds", in.money(refunds));
        members.put("keptGmv", in.money(keptGmv()));
        members.put("goodsCost", in.money(goodsCost()));
        members.put("commission", in.money(commission()));
        members.put("slotFee", in.money(slotFee));
        members.put("ads", in.money(ads));
        members.put("netProfit", in.money(netProfit()));
        members.put("netRoi", netRoi());
        members.put("reason", goodsCostShare == null ? "goods-cost-unknown" : null);
        return members;
    }
}
