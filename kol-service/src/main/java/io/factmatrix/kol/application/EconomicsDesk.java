package io.factmatrix.kol.application;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.write.Register;
import io.factmatrix.kol.domain.economics.Assumptions;
import io.factmatrix.kol.domain.economics.Economics;
import io.factmatrix.kol.domain.economics.GuaranteeKept;
import io.factmatrix.kol.domain.engagement.Engagement;
import io.factmatrix.kol.domain.engagement.EngagementId;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.ledger.domain.figures.FieldSums;
import io.factmatrix.ledger.domain.figures.Window;
import io.factmatrix.ledger.domain.settlement.Standing;
import io.factmatrix.ledger.domain.touchpoint.Place;
import io.factmatrix.ledger.domain.touchpoint.Touchpoints;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells how engagements pay, each answer inside one transaction of the merchant, so that all in it is as of one moment. */
public final class EconomicsDesk {

    private final Register<EngagementId, Engagement> register;
    private final Touchpoints touchpoints;
    private final FieldSums sums;

    public EconomicsDesk(Register<EngagementId, Engagement> register, Touchpoints touchpoints, FieldSums sums) {
        this.register = register;
        this.touchpoints = touchpoints;
        this.sums = sums;
    }

    /**
     * 404 {@code engagement.unknown}, 400 {@code adSpend.invalid} when it has more decimals than the currency of the slot fee.
     *
     * @param goodsCostShare what kept goods cost, as a share of their GMV; null: as the engagement says
     * @param returnRate which is expected; null: unknown
     * @param adSpend in the currency of the slot fee
     * @param now decides whether the guarantee's window is over
     */
    public Economics economics(
            MerchantId merchant,
            EngagementId id,
            @Nullable BigDecimal goodsCostShare,
            @Nullable BigDecimal returnRate,
            BigDecimal adSpend,
            Instant now) {
        var engagement = register.find(merchant, id);
        var terms = engagement.terms();
        var ledger = new LedgerId(merchant, Field.KOL);
        var currency = terms.slotFee().currency();
        var assumptions = new Assumptions(
                goodsCostShare == null ? terms.goodsCostShare() : goodsCostShare, returnRate, minor(adSpend, currency));
        return new Economics(
                engagement,
                assumptions,
                touchpoints.figures(ledger, new Place(terms.shop(), engagement.touchpoint()), currency),
                guaranteeKept(ledger, engagement, now),
                sums.standings(merchant, Set.of(Field.KOL)).getOrDefault(Field.KOL, Standing.START));
    }

    /** What is missing of the guarantee of an engagement, in minor units; null when nothing is guaranteed, or its window is not over. */
    @Nullable BigInteger shortfall(MerchantId merchant, Engagement engagement, Instant now) {
        var kept = guaranteeKept(new LedgerId(merchant, Field.KOL), engagement, now);
        return kept == null ? null : kept.shortfall();
    }

    /** Refunds are booked to the payment time of what they refund, so that one that comes after the window still counts against it. */
    private @Nullable GuaranteeKept guaranteeKept(LedgerId ledger, Engagement engagement, Instant now) {
        var terms = engagement.terms();
        var guarantee = terms.guarantee();
        if (guarantee == null) {
            return null;
        }
        var span = guarantee.window();
        var figures = sums.figures(
                ledger,
                new Window(
                        span.start(),
                        span.end(),
                        terms.slotFee().currency(),
                        terms.shop(),
                        null,
                        engagement.touchpoint()));
        return new GuaranteeKept(
                guarantee, figures.gmv().subtract(figures.refundsOfPeriod()), !now.isBefore(span.end()));
    }

    private static BigInteger minor(BigDecimal amount, String currency) {
        int digits = Money.digitsOf(currency).orElseThrow();
        var minor = amount.movePointRight(digits).stripTrailingZeros();
        if (minor.scale() > 0) {
            throw ProblemException.invalid(
                    "adSpend", amount.toPlainString(), "at most %d decimals for %s".formatted(digits, currency));
        }
        return minor.toBigIntegerExact();
    }
}
