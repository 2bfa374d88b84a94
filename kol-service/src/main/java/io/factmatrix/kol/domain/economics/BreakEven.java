package io.factmatrix.kol.domain.economics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much must be paid for at an engagement so that nothing is lost: (slot fee + ads) / (1 − commission − returns × (1 − commission) − unit cost × (1 −
 * returns)), "Deals" of the definitions of metrics. Computed exactly, and rounded HALF_UP to minor units in the end.
 *
 * @param slotFee in minor units
 * @param commission share of the kept GMV
 */
public record BreakEven(BigInteger slotFee, BigDecimal commission, Assumptions assumptions) {

    /** In minor units; null when it is not known, or is never reached. */
    public @Nullable BigInteger gmv() {
        var left = leftOfEach();
        return left == null || left.signum() <= 0
                ? null
                : new BigDecimal(slotFee.add(assumptions.adSpend()))
                        .divide(left, 0, RoundingMode.HALF_UP)
                        .toBigIntegerExact();
    }

    /** Why there is none: {@code goods-cost-unknown}, {@code return-rate-unknown}, or {@code never}: each order brings nothing, or costs. */
    public @Nullable String reason() {
        if (assumptions.goodsCostShare() == null) {
            return "goods-cost-unknown";
        }
        if (assumptions.returnRate() == null) {
            return "return-rate-unknown";
        }
        return gmv() == null ? "never" : null;
    }

    /** What is left of each unit of money that is paid, before what does not depend on it. */
    private @Nullable BigDecimal leftOfEach() {
        var goods = assumptions.goodsCostShare();
        var returns = assumptions.returnRate();
        if (goods == null || returns == null) {
            return null;
        }
        var kept = BigDecimal.ONE.subtract(returns);
        return BigDecimal.ONE
                .subtract(commission)
                .subtract(returns.multiply(BigDecimal.ONE.subtract(commission)))
                .subtract(goods.multiply(kept));
    }

    /** As the API calls them. */
    Map<String, @Nullable Object> members(Amounts in) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("gmv", in.money(gmv()));
        members.put("reason", reason());
        members.put("slotFee", in.money(slotFee));
        members.put("commission", commission);
        members.put("goodsCostShare", assumptions.goodsCostShare());
        members.put("returnRate", assumptions.returnRate());
        members.put("adSpend", in.money(assumptions.adSpend()));
        return members;
    }
}
