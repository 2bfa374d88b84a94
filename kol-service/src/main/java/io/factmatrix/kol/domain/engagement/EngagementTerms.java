package io.factmatrix.kol.domain.engagement;

import io.factmatrix.kol.domain.kol.KolId;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.plan.domain.Span;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the merchant says of an engagement; all money in one currency, that of the slot fee.
 *
 * @param slot when the KOL sells
 * @param touchpoint by which its events call it; null: by its id
 * @param commission share of the kept GMV that is the KOL's
 * @param goodsCostShare what kept goods cost, as a share of their GMV; null: unknown
 * @param products each once
 */
public record EngagementTerms(
        KolId kol,
        String title,
        Span slot,
        String shop,
        @Nullable String touchpoint,
        Money slotFee,
        BigDecimal commission,
        @Nullable Guarantee guarantee,
        @Nullable BigDecimal goodsCostShare,
        List<PromisedProduct> products,
        List<Clause> clauses,
        List<Milestone> milestones,
        List<Payment> payments) {

    public EngagementTerms {
        products = List.copyOf(products);
        clauses = List.copyOf(clauses);
        milestones = List.copyOf(milestones);
        payments = List.copyOf(payments);
    }

    /** From the first to the last moment at which another engagement can be in its way: the slot, and whatever its clauses hold for. */
    public Span reach() {
        return clauses.stream().map(Clause::span).reduce(slot, Span::hull);
    }
}
