package io.factmatrix.gateway.domain.department;

import io.factmatrix.gateway.domain.Amounts;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A ratio of sums that the view does not show; six digits, HALF_UP, and null of nothing. */
public enum Indicator {
    /** paidImpressions / impressions, over the touchpoints where both are known. */
    PAID_SHARE("paidShare") {
        @Override
        @Nullable BigDecimal of(Figures sums, BigInteger orders) {
            var paid = sums.ratios().get(Ratio.PAID);
            return paid == null ? null : Amounts.ratio(paid.numerator(), paid.denominator());
        }
    },
    /** Tickets of the kind complaint for 1,000 orders of the same time. */
    COMPLAINTS_PER_THOUSAND_ORDERS("complaintsPerThousandOrders") {
        @Override
        @Nullable BigDecimal of(Figures sums, BigInteger orders) {
            var complaints = sums.tickets().getOrDefault("complaint", BigInteger.ZERO);
            return Amounts.ratio(complaints.multiply(BigInteger.valueOf(1_000)), orders);
        }
    },
    /** refunds / gmv: what came back in the time by what was paid in it, whenever what came back was paid. */
    REFUND_RATE_BY_REFUND_TIME("refundRateByRefundTime") {
        @Override
        @Nullable BigDecimal of(Figures sums, BigInteger orders) {
            return Amounts.ratio(sums.refunds(), sums.gmv());
        }
    };

    private final String word;

    Indicator(String word) {
        this.word = word;
    }

    /** As the API calls it. */
    public String word() {
        return word;
    }

    /** Of one field. */
    public @Nullable BigDecimal ofField(Figures sums) {
        return of(sums, sums.orders());
    }

    /** Of several fields together, where an order of two of them counts once. */
    public @Nullable BigDecimal ofTotal(Figures sums) {
        return of(sums, sums.ordersOfWhole());
    }

    abstract @Nullable BigDecimal of(Figures sums, BigInteger orders);
}
