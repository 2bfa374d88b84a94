package io.factmatrix.creator.domain.deal;

import io.factmatrix.ledger.domain.event.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A deal with a fixed fee and a commission, before it is signed.
 *
 * @param currency of all of it, ISO 4217
 * @param slotFee in major units, whatever is sold
 * @param otherFixedCost likewise: samples, production
 * @param commissionRate of what is kept, from 0 to 1
 * @param returnRate of the GMV, from 0 to 1
 * @param unitCostShare what goods cost, as a share of their price, from 0 to 1
 */
public record FeeDeal(
        String currency,
        BigDecimal slotFee,
        BigDecimal otherFixedCost,
        BigDecimal commissionRate,
        BigDecimal returnRate,
        BigDecimal unitCostShare) {

    public BigDecimal fixedCost() {
        return slotFee.add(otherFixedCost);
    }

    /** What is left of each unit of GMV to pay the fixed cost with: 1 − commission − returns × (1 − commission) − unit cost × (1 − returns). Exact; can be below 0. */
    public BigDecimal margin() {
        var afterCommission = BigDecimal.ONE.subtract(commissionRate);
        var kept = BigDecimal.ONE.subtract(returnRate);
        return afterCommission.subtract(returnRate.multiply(afterCommission)).subtract(unitCostShare.multiply(kept));
    }

    /** The GMV from which the deal pays: fixed cost / margin, HALF_UP to the currency's minor units; empty when no GMV is enough. */
    public Optional<BigDecimal> breakEvenGmv() {
        var margin = margin();
        return margin.signum() <= 0
                ? Optional.empty()
                : Optional.of(fixedCost().divide(margin, digits(), RoundingMode.HALF_UP));
    }

    private int digits() {
        return Money.digitsOf(currency).orElseThrow();
    }

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var gmv = breakEvenGmv();
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("fixedCost", money(fixedCost()));
        members.put("margin", plain(margin()));
        members.put("breakEvenGmv", gmv.map(this::money).orElse(null));
        members.put("reason", gmv.isPresent() ? null : "never");
        return members;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private Map<String, Object> money(BigDecimal amount) {
        var money = new LinkedHashMap<String, Object>();
        money.put("amount", amount.setScale(digits()).toPlainString());
        money.put("currency", currency);
        return money;
    }
}
