package io.factmatrix.kol.application;

import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.write.Register;
import io.factmatrix.kit.write.Write;
import io.factmatrix.kol.domain.engagement.Commitments;
import io.factmatrix.kol.domain.engagement.Engagement;
import io.factmatrix.kol.domain.engagement.EngagementFilter;
import io.factmatrix.kol.domain.engagement.EngagementId;
import io.factmatrix.kol.domain.engagement.EngagementState;
import io.factmatrix.kol.domain.engagement.EngagementTerms;
import io.factmatrix.kol.domain.engagement.Engagements;
import io.factmatrix.kol.domain.kol.Kol;
import io.factmatrix.kol.domain.kol.KolId;
import io.factmatrix.kol.domain.kol.Unavailabilities;
import io.factmatrix.kol.domain.promise.EngagementPromises;
import io.factmatrix.plan.application.PromiseDesk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done with engagements, each inside one transaction of the merchant. Whoever signs one, or changes one that is signed, holds all that is signed. */
public final class EngagementDesk {

    private final Engagements engagements;
    private final Register<EngagementId, Engagement> register;
    private final Register<KolId, Kol> kols;
    private final Unavailabilities unavailabilities;
    private final PromiseDesk promises;
    private final NewIds ids;

    public EngagementDesk(
            Engagements engagements,
            Register<EngagementId, Engagement> register,
            Register<KolId, Kol> kols,
            Unavailabilities unavailabilities,
            PromiseDesk promises,
            NewIds ids) {
        this.engagements = engagements;
        this.register = register;
        this.kols = kols;
        this.unavailabilities = unavailabilities;
        this.promises = promises;
        this.ids = ids;
    }

    /** 404 {@code kol.unknown}, 409 {@code touchpoint.taken}. */
    public Engagement draft(Write write, EngagementTerms terms) {
        kols.find(write.merchant(), terms.kol());
        return register.add(write, Engagement.drafted(new EngagementId(ids.next(write.at())), terms, write.at()));
    }

    /**
     * The same, and 404 {@code engagement.unknown}, 412 {@code revision.mismatch}, 409 {@code engagement.over}, {@code engagement.signed}, and {@code
     * engagement.conflict} of one that is signed, whose new promises all fields are asked about: {@link PromiseDesk#promise}.
     */
    public Engagement change(Write write, EngagementId id, EngagementTerms terms) {
        return register.change(write, id, "changed", engagement -> {
            kols.find(write.merchant(), terms.kol());
            var changed = engagement.by(terms, write.at());
            if (changed.state().isBinding() && !changed.equals(engagement)) {
                engagements.holdSigned(write.merchant());
                admit(write, changed);
                promises.promise(write, EngagementPromises.of(engagement), EngagementPromises.of(changed));
            }
            return changed;
        });
    }

    /**
     * 404 {@code engagement.unknown}, 412 {@code revision.mismatch}, 409 {@code transition.refused}; of a signature also 409 {@code kol.blocked}, {@code
     * engagement.conflict}, and what {@link PromiseDesk#promise} says.
     */
    public Engagement move(Write write, EngagementId id, EngagementState to) {
        return register.change(write, id, "moved", engagement -> {
            var moved = engagement.to(to, write.at());
            if (to == EngagementState.SIGNED) {
                engagements.holdSigned(write.merchant());
                kols.hold(write, moved.terms().kol()).requireActive();
                admit(write, moved);
                promises.promise(write, List.of(), EngagementPromises.of(moved));
            }
            return moved;
        });
    }

    private void admit(Write write, Engagement engagement) {
        var terms = engagement.terms();
        unavailabilities.within(write.merchant(), terms.kol(), terms.slot()).ifPresent(unavailability -> {
            throw Commitments.unavailable(engagement, unavailability);
        });
        new Commitments(engagements.signed(write.merchant(), terms.reach())).admit(engagement);
    }

    /** 404 {@code engagement.unknown}. */
    public Engagement find(MerchantId merchant, EngagementId id) {
        return register.find(merchant, id);
    }

    /** At most so many, the newest first, made before that one. */
    public List<Engagement> list(
            MerchantId merchant, EngagementFilter filter, @Nullable EngagementId before, int limit) {
        return engagements.list(merchant, filter, before, limit);
    }
}
