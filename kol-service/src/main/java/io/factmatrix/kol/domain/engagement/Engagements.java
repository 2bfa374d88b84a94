package io.factmatrix.kol.domain.engagement;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.resource.Resources;
import io.factmatrix.plan.domain.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The engagements of merchants. {@link #add} and {@link #replace} refuse a touchpoint that another one of the shop has: 409 {@code touchpoint.taken}. */
public interface Engagements extends Resources<EngagementId, Engagement> {

    /**
     * At most so many, the newest first.
     *
     * @param before only those made before that one; null for all
     */
    List<Engagement> list(MerchantId merchant, EngagementFilter filter, @Nullable EngagementId before, int limit);

    /** Holds what the merchant has signed: nobody else signs, changes what is signed, or makes a KOL unavailable until the transaction ends. */
    void holdSigned(MerchantId merchant);

    /** All whose reach or one of whose milestones meets that time, in whatever state. */
    List<Engagement> reaching(MerchantId merchant, Span span);

    /** Those that bind and whose reach meets that time, in the order of their making. To be held before, by whoever signs. */
    List<Engagement> signed(MerchantId merchant, Span reach);
}
