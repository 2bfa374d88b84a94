package io.factmatrix.creator.domain.deal;

import io.factmatrix.ledger.domain.event.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a deal after refunds, in minor units of one currency.
 *
 * @param gmv of the lines that earned a commission
 * @param estimated commission of all of it
 * @param actual commission of what was kept
 * @param fees the fixed fees that are owed
 * @param sampleCosts null when a sample was sent whose cost nobody reported
 * @param otherCosts what was spent on the content besides, but for commissions and slot fees, which are reckoned here
 */
public record Roi(
        String currency,
        BigInteger gmv,
        BigInteger refunds,
        BigInteger estimated,
        BigInteger actual,
        BigInteger fees,
        @Nullable BigInteger sampleCosts,
        BigInteger otherCosts) {

    private static final int DIGITS_OF_A_RATIO = 6;

    private BigInteger kept() {
        return gmv.subtract(refunds);
    }

    private @Nullable BigInteger cost() {
        return sampleCosts == null ? null : actual.add(fees).add(sampleCosts).add(otherCosts);
    }

    private static @Nullable BigDecimal ratio(BigInteger part, @Nullable BigInteger whole) {
        return whole == null || whole.signum() == 0
                ? null
                : new BigDecimal(part).divide(new BigDecimal(whole), DIGITS_OF_A_RATIO, RoundingMode.HALF_UP);
    }

    /**
     * By the names of the API.
     *
     * @param unitCostShare what goods cost, as a share of their price; null when it is not known, and so neither is the break-even
     */
    public Map<String, @Nullable Object> members(@Nullable BigDecimal unitCostShare) {
        var cost = cost();
        var breakEven = breakEven(unitCostShare);
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("currency", currency);
        members.put("gmv", decimal(gmv));
        members.put("refunds", decimal(refunds));
        members.put("kept", decimal(kept()));
        members.put("commissionEstimated", decimal(estimated));
        members.put("commission", decimal(actual));
        members.put("fixedFees", decimal(fees));
        members.put("sampleCosts", decimal(sampleCosts));
        members.put("otherCosts", decimal(otherCosts));
        members.put("cost", decimal(cost));
        members.put("roi", ratio(gmv, cost));
        members.put("netRoi", ratio(kept(), cost));
        members.put("breakEvenGmv", breakEven.gmv);
        members.put("breakEvenReason", breakEven.reason);
        return members;
    }

    private record BreakEven(@Nullable String gmv, @Nullable String reason) {}

    /** At the rates that came of it: what the commission is of what was kept, and what was returned of the GMV. */
    private BreakEven breakEven(@Nullable BigDecimal unitCostShare) {
        var samples = sampleCosts;
        if (unitCostShare == null) {
            return new BreakEven(null, "unit-cost-unknown");
        }
        if (samples == null) {
            return new BreakEven(null, "sample-costs-unknown");
        }
        if (gmv.signum() == 0) {
            return new BreakEven(null, "nothing-sold");
        }
        var deal = new FeeDeal(
                currency,
                major(fees),
                major(samples.add(otherCosts)),
                kept().signum() == 0 ? BigDecimal.ZERO : share(actual, kept()),
                share(refunds, gmv),
                unitCostShare);
        return deal.breakEvenGmv()
                .map(amount -> new BreakEven(amount.toPlainString(), null))
                .orElseGet(() -> new BreakEven(null, "never"));
    }

    private static BigDecimal share(BigInteger part, BigInteger whole) {
        return new BigDecimal(part).divide(new BigDecimal(whole), MathContext.DECIMAL128);
    }

    private @Nullable String decimal(@Nullable BigInteger minor) {
        return minor == null ? null : major(minor).toPlainString();
    }

    private BigDecimal major(BigInteger minor) {
        return new BigDecimal(minor, Money.digitsOf(currency).orElseThrow());
    }
}
