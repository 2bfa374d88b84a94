package io.factmatrix.creator.application;

import io.factmatrix.creator.domain.collaboration.Collaboration;
import io.factmatrix.creator.domain.collaboration.CollaborationId;
import io.factmatrix.creator.domain.collaboration.Participation;
import io.factmatrix.creator.domain.collaboration.ParticipationId;
import io.factmatrix.creator.domain.commission.Commission;
import io.factmatrix.creator.domain.commission.Deal;
import io.factmatrix.creator.domain.commission.DealFilter;
import io.factmatrix.creator.domain.commission.Deals;
import io.factmatrix.creator.domain.deal.Roi;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.write.Register;
import io.factmatrix.ledger.domain.touchpoint.TouchpointTotals;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells whether deals paid, each answer inside one transaction of the merchant. */
public final class RoiDesk {

    private static final String SAMPLE = "sample";

    /** Reckoned from the deal itself: to add what is reported of them would count them twice. */
    private static final Set<String> RECKONED = Set.of("commission", "slotFee");

    private final Register<CollaborationId, Collaboration> collaborations;
    private final Register<ParticipationId, Participation> participations;
    private final Deals deals;
    private final CommissionDesk commissions;
    private final TouchpointTotals totals;

    public RoiDesk(
            Register<CollaborationId, Collaboration> collaborations,
            Register<ParticipationId, Participation> participations,
            Deals deals,
            CommissionDesk commissions,
            TouchpointTotals totals) {
        this.collaborations = collaborations;
        this.participations = participations;
        this.deals = deals;
        this.commissions = commissions;
        this.totals = totals;
    }

    /** Of all who take part. 404 {@code collaboration.unknown}. */
    public Roi of(MerchantId merchant, CollaborationId id) {
        var currency = collaborations.find(merchant, id).terms().currency();
        return roi(merchant, currency, deals.find(merchant, DealFilter.of(id)));
    }

    /** Of one. 404 {@code participation.unknown}. */
    public Roi of(MerchantId merchant, ParticipationId id) {
        participations.find(merchant, id);
        var theirs = deals.find(merchant, DealFilter.of(id));
        return roi(merchant, theirs.get(0).terms().currency(), theirs);
    }

    private Roi roi(MerchantId merchant, String currency, List<Deal> theirs) {
        var sums = new Sums();
        commissions.reckonAll(merchant, theirs, sums::add);
        var costs = totals.costs(CommissionDesk.ledger(merchant), CommissionDesk.touchpoints(theirs), currency);
        var fees = theirs.stream()
                .map(Deal::owedFee)
                .flatMap(Optional::stream)
                .map(fee -> BigInteger.valueOf(fee.minor()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        return new Roi(
                currency,
                sums.gmv,
                sums.refunds,
                sums.estimated,
                sums.actual,
                fees,
                sampleCosts(theirs, costs),
                sum(costs, category -> !category.equals(SAMPLE) && !RECKONED.contains(category)));
    }

    private static @Nullable BigInteger sampleCosts(List<Deal> theirs, Map<String, Map<String, BigInteger>> costs) {
        boolean unknown = theirs.stream()
                .anyMatch(deal -> deal.sampleShipped()
                        && deal.touchpoints().stream()
                                .noneMatch(touchpoint ->
                                        costs.getOrDefault(touchpoint, Map.of()).containsKey(SAMPLE)));
        return unknown ? null : sum(costs, SAMPLE::equals);
    }

    private static BigInteger sum(Map<String, Map<String, BigInteger>> costs, Predicate<String> categories) {
        return costs.values().stream()
                .flatMap(ofTouchpoint -> ofTouchpoint.entrySet().stream())
                .filter(cost -> categories.test(cost.getKey()))
                .map(Map.Entry::getValue)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Of the lines that earn a commission. */
    private static final class Sums {

        private BigInteger gmv = BigInteger.ZERO;
        private BigInteger refunds = BigInteger.ZERO;
        private BigInteger estimated = BigInteger.ZERO;
        private BigInteger actual = BigInteger.ZERO;

        void add(Commission commission) {
            var earned = commission.earned();
            if (earned != null) {
                gmv = gmv.add(BigInteger.valueOf(commission.line().paid()));
                refunds = refunds.add(BigInteger.valueOf(commission.line().refunded()));
                estimated = estimated.add(BigInteger.valueOf(earned.estimated()));
                actual = actual.add(BigInteger.valueOf(earned.actual()));
            }
        }
    }
}
