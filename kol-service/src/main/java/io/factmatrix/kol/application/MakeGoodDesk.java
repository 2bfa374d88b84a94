package io.factmatrix.kol.application;

import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.write.Register;
import io.factmatrix.kit.write.Write;
import io.factmatrix.kol.domain.engagement.Engagement;
import io.factmatrix.kol.domain.engagement.EngagementId;
import io.factmatrix.kol.domain.makegood.MakeGood;
import io.factmatrix.kol.domain.makegood.MakeGoodId;
import io.factmatrix.kol.domain.makegood.MakeGoodKind;
import io.factmatrix.kol.domain.makegood.MakeGoodOffer;
import io.factmatrix.kol.domain.makegood.MakeGoodState;
import io.factmatrix.kol.domain.makegood.MakeGoods;
import io.factmatrix.ledger.domain.event.Money;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done with make-goods, each inside one transaction of the merchant. Whoever proposes or changes one holds its engagement. */
public final class MakeGoodDesk {

    private final MakeGoods makeGoods;
    private final Register<MakeGoodId, MakeGood> register;
    private final Register<EngagementId, Engagement> engagements;
    private final EconomicsDesk economics;
    private final NewIds ids;

    public MakeGoodDesk(
            MakeGoods makeGoods,
            Register<MakeGoodId, MakeGood> register,
            Register<EngagementId, Engagement> engagements,
            EconomicsDesk economics,
            NewIds ids) {
        this.makeGoods = makeGoods;
        this.register = register;
        this.engagements = engagements;
        this.economics = economics;
        this.ids = ids;
    }

    /**
     * 404 {@code engagement.unknown}, 409 {@code shortfall.none} when there is nothing to make good, 400 {@code amount.invalid}, {@code madeGoodBy.invalid} when
     * the offer is not one for this engagement.
     */
    public MakeGood propose(Write write, EngagementId id, MakeGoodOffer offer) {
        var engagement = engagements.hold(write, id);
        requireShortfall(write, engagement);
        var makeGood = MakeGood.proposed(new MakeGoodId(ids.next(write.at())), id, offer, write.at());
        requireFitting(write.merchant(), engagement, makeGood);
        return register.add(write, makeGood);
    }

    /** The same but for the shortfall, and 404 {@code make-good.unknown}, 412 {@code revision.mismatch}, 409 {@code make-good.agreed}. */
    public MakeGood change(Write write, EngagementId engagementId, MakeGoodId id, MakeGoodOffer offer) {
        var engagement = engagements.hold(write, engagementId);
        return register.change(write, id, "changed", makeGood -> {
            var changed = of(engagementId, makeGood).with(offer, write.at());
            if (!changed.equals(makeGood)) {
                requireFitting(write.merchant(), engagement, changed);
            }
            return changed;
        });
    }

    /** 404 {@code engagement.unknown}, {@code make-good.unknown}, 412 {@code revision.mismatch}, 409 {@code transition.refused}. */
    public MakeGood move(Write write, EngagementId engagement, MakeGoodId id, MakeGoodState to) {
        engagements.find(write.merchant(), engagement);
        return register.change(
                write, id, "moved", makeGood -> of(engagement, makeGood).to(to, write.at()));
    }

    private void requireShortfall(Write write, Engagement engagement) {
        var shortfall = economics.shortfall(write.merchant(), engagement, write.at());
        if (shortfall == null || shortfall.signum() == 0) {
            throw new ProblemException(
                    409,
                    "shortfall.none",
                    "engagement: %s has %s (expected: a guarantee whose window is over and whose GMV was not kept)"
                            .formatted(engagement.id(), shortfall == null ? "no shortfall yet" : "no shortfall"));
        }
    }

    private void requireFitting(MerchantId merchant, Engagement engagement, MakeGood makeGood) {
        var amount = makeGood.offer().amount();
        if (amount != null) {
            requireFitting(merchant, engagement, makeGood, amount);
        }
        var by = makeGood.offer().madeGoodBy();
        if (by != null) {
            requireFitting(merchant, engagement, by);
        }
    }

    private void requireFitting(MerchantId merchant, Engagement engagement, MakeGood makeGood, Money amount) {
        var fee = engagement.terms().slotFee();
        if (!amount.currency().equals(fee.currency())) {
            throw ProblemException.invalid(
                    "amount", amount.currency(), "the currency of the slot fee, " + fee.currency());
        }
        if (makeGood.offer().kind() != MakeGoodKind.REFUND_OF_FEE) {
            return;
        }
        var others = makeGoods.of(merchant, engagement.id()).stream()
                .filter(other -> !other.id().equals(makeGood.id()))
                .map(MakeGood::offer)
                .filter(other -> other.kind() == MakeGoodKind.REFUND_OF_FEE)
                .map(MakeGoodOffer::amount)
                .map(other -> other == null ? BigInteger.ZERO : BigInteger.valueOf(other.minor()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        var left = BigInteger.valueOf(fee.minor()).subtract(others).max(BigInteger.ZERO);
        if (BigInteger.valueOf(amount.minor()).compareTo(left) > 0) {
            throw ProblemException.invalid(
                    "amount",
                    amount.decimal(),
                    "at most what is left of the slot fee, "
                            + new Money(left.longValueExact(), fee.currency()).decimal());
        }
    }

    private void requireFitting(MerchantId merchant, Engagement engagement, EngagementId by) {
        var other = engagements.find(merchant, by);
        if (by.equals(engagement.id())
                || !other.terms().kol().equals(engagement.terms().kol())) {
            throw ProblemException.invalid(
                    "madeGoodBy",
                    by,
                    "another engagement of KOL " + engagement.terms().kol());
        }
    }

    private static MakeGood of(EngagementId engagement, MakeGood makeGood) {
        if (!makeGood.engagement().equals(engagement)) {
            throw MakeGoodId.MAKE_GOOD.unknown(makeGood.id().value());
        }
        return makeGood;
    }

    /** 404 {@code engagement.unknown}, {@code make-good.unknown}. */
    public MakeGood find(MerchantId merchant, EngagementId engagement, MakeGoodId id) {
        engagements.find(merchant, engagement);
        return of(engagement, register.find(merchant, id));
    }

    /** At most so many of an engagement, the newest first, made before that one. 404 {@code engagement.unknown}. */
    public List<MakeGood> list(
            MerchantId merchant,
            EngagementId engagement,
            @Nullable MakeGoodState state,
            @Nullable MakeGoodId before,
            int limit) {
        engagements.find(merchant, engagement);
        return makeGoods.list(merchant, engagement, state, before, limit);
    }
}
