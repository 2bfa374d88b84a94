package io.factmatrix.kol.domain.kol;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.resource.Resources;
import io.factmatrix.plan.domain.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When the KOLs of merchants cannot be booked. */
public interface Unavailabilities extends Resources<UnavailabilityId, Unavailability> {

    /**
     * At most so many of a KOL, the newest first.
     *
     * @param from only those that end after it; null for all
     * @param to only those that start before it; null for all
     * @param before only those made before that one; null for all
     */
    List<Unavailability> list(
            MerchantId merchant,
            KolId kol,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable UnavailabilityId before,
            int limit);

    /** One of that KOL of which some lies in that time. */
    Optional<Unavailability> within(MerchantId merchant, KolId kol, Span span);

    void remove(MerchantId merchant, UnavailabilityId id);
}
