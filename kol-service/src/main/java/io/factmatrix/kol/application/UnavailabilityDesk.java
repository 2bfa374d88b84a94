package io.factmatrix.kol.application;

import io.factmatrix.kit.audit.AuditTrail;
import io.factmatrix.kit.audit.Change;
import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.write.Register;
import io.factmatrix.kit.write.Write;
import io.factmatrix.kol.domain.engagement.Commitments;
import io.factmatrix.kol.domain.engagement.Engagements;
import io.factmatrix.kol.domain.kol.Kol;
import io.factmatrix.kol.domain.kol.KolId;
import io.factmatrix.kol.domain.kol.Unavailabilities;
import io.factmatrix.kol.domain.kol.Unavailability;
import io.factmatrix.kol.domain.kol.UnavailabilityId;
import io.factmatrix.plan.domain.Span;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says when KOLs cannot be booked, each time inside one transaction of the merchant. Whoever adds to it holds what is signed. */
public final class UnavailabilityDesk {

    private final Unavailabilities unavailabilities;
    private final Register<UnavailabilityId, Unavailability> register;
    private final Register<KolId, Kol> kols;
    private final Engagements engagements;
    private final AuditTrail trail;
    private final NewIds ids;

    public UnavailabilityDesk(
            Unavailabilities unavailabilities,
            Register<UnavailabilityId, Unavailability> register,
            Register<KolId, Kol> kols,
            Engagements engagements,
            AuditTrail trail,
            NewIds ids) {
        this.unavailabilities = unavailabilities;
        this.register = register;
        this.kols = kols;
        this.engagements = engagements;
        this.trail = trail;
        this.ids = ids;
    }

    /** 404 {@code kol.unknown}, 409 {@code engagement.conflict} when a slot of the KOL is signed then. */
    public Unavailability add(Write write, KolId kol, Span span, @Nullable String reason) {
        kols.find(write.merchant(), kol);
        var unavailability =
                Unavailability.told(new UnavailabilityId(ids.next(write.at())), kol, span, reason, write.at());
        engagements.holdSigned(write.merchant());
        engagements.signed(write.merchant(), span).stream()
                .filter(engagement -> engagement.terms().kol().equals(kol)
                        && engagement.terms().slot().overlaps(span))
                .findFirst()
                .ifPresent(engagement -> {
                    throw Commitments.unavailable(engagement, unavailability);
                });
        return register.add(write, unavailability);
    }

    /** 404 {@code kol.unknown}, {@code unavailability.unknown}, 412 {@code revision.mismatch}. */
    public Unavailability remove(Write write, KolId kol, UnavailabilityId id) {
        kols.find(write.merchant(), kol);
        var removed = of(kol, register.hold(write, id));
        write.expects(removed.version().revision());
        unavailabilities.remove(write.merchant(), id);
        trail.add(
                write.merchant(),
                write.by(),
                Change.of(UnavailabilityId.UNAVAILABILITY.name(), id.value(), "removed", removed.members(), Map.of()));
        return removed;
    }

    /** 404 {@code kol.unknown}, {@code unavailability.unknown}. */
    public Unavailability find(MerchantId merchant, KolId kol, UnavailabilityId id) {
        kols.find(merchant, kol);
        return of(kol, register.find(merchant, id));
    }

    private static Unavailability of(KolId kol, Unavailability unavailability) {
        if (!unavailability.kol().equals(kol)) {
            throw UnavailabilityId.UNAVAILABILITY.unknown(unavailability.id().value());
        }
        return unavailability;
    }

    /** At most so many of a KOL, the newest first, made before that one. 404 {@code kol.unknown}. */
    public List<Unavailability> list(
            MerchantId merchant,
            KolId kol,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable UnavailabilityId before,
            int limit) {
        kols.find(merchant, kol);
        return unavailabilities.list(merchant, kol, from, to, before, limit);
    }
}
