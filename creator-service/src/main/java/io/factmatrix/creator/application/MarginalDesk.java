package io.factmatrix.creator.application;

import io.factmatrix.creator.domain.marginal.LinkedCreators;
import io.factmatrix.creator.domain.marginal.MarginalCreators;
import io.factmatrix.creator.domain.marginal.Reach;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.touchpoint.TouchpointTotals;
import java.math.BigInteger;
import java.time.Instant;

/** Tells what creators bring as they are added, each answer inside one transaction of the merchant. */
public final class MarginalDesk {

    private final LinkedCreators creators;
    private final TouchpointTotals totals;

    public MarginalDesk(LinkedCreators creators, TouchpointTotals totals) {
        this.creators = creators;
        this.totals = totals;
    }

    /**
     * What all who have content brought in that time.
     *
     * @param from on a quarter-hour
     * @param to excluded; on a quarter-hour
     */
    public MarginalCreators creators(MerchantId merchant, Instant from, Instant to, String currency) {
        var ledger = CommissionDesk.ledger(merchant);
        var linked = creators.find(merchant);
        var reach = new Reach(linked);
        totals.reached(ledger, from, to, currency, reach::add);
        reach.end();
        var gmv = totals.gmv(ledger, from, to, currency);
        var buyers = totals.newBuyers(ledger, from, to);
        return new MarginalCreators(
                currency,
                linked,
                reach,
                linked.stream()
                        .map(creator -> creator.touchpoints().stream()
                                .map(touchpoint -> gmv.getOrDefault(touchpoint, BigInteger.ZERO))
                                .reduce(BigInteger.ZERO, BigInteger::add))
                        .toList(),
                linked.stream()
                        .map(creator -> creator.touchpoints().stream()
                                .mapToLong(touchpoint -> buyers.getOrDefault(touchpoint, 0L))
                                .sum())
                        .toList());
    }
}
