package io.factmatrix.creator.application;

import io.factmatrix.creator.domain.creator.Creator;
import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.creator.domain.outreach.Outreach;
import io.factmatrix.creator.domain.outreach.OutreachFilter;
import io.factmatrix.creator.domain.outreach.OutreachId;
import io.factmatrix.creator.domain.outreach.OutreachPlan;
import io.factmatrix.creator.domain.outreach.OutreachState;
import io.factmatrix.creator.domain.outreach.Outreaches;
import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.write.Register;
import io.factmatrix.kit.write.Write;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be done with outreaches, each inside one transaction of the merchant. Whoever begins one holds its creator. */
public final class OutreachDesk {

    private final Outreaches outreaches;
    private final Register<OutreachId, Outreach> register;
    private final Register<CreatorId, Creator> creators;
    private final NewIds ids;

    public OutreachDesk(
            Outreaches outreaches,
            Register<OutreachId, Outreach> register,
            Register<CreatorId, Creator> creators,
            NewIds ids) {
        this.outreaches = outreaches;
        this.register = register;
        this.creators = creators;
        this.ids = ids;
    }

    /** 404 {@code creator.unknown}, 409 {@code creator.blocked}, {@code outreach.open}. */
    public Outreach begin(Write write, CreatorId creator, OutreachPlan plan) {
        creators.hold(write, creator).requireActive();
        outreaches.open(write.merchant(), creator).ifPresent(other -> {
            throw new ProblemException(
                    409,
                    "outreach.open",
                    "creator: %s has %s, which is %s (expected: no open outreach)"
                            .formatted(creator, other.id(), other.state().word()),
                    Map.of("outreach", other.id().value()));
        });
        return register.add(write, Outreach.begun(new OutreachId(ids.next(write.at())), creator, plan, write.at()));
    }

    /** 404 {@code outreach.unknown}, 412 {@code revision.mismatch}, 409 {@code outreach.over}. */
    public Outreach change(Write write, OutreachId id, OutreachPlan plan) {
        return register.change(write, id, "changed", outreach -> outreach.by(plan, write.at()));
    }

    /** 404 {@code outreach.unknown}, 412 {@code revision.mismatch}, 409 {@code transition.refused}. */
    public Outreach move(Write write, OutreachId id, OutreachState to) {
        return register.change(write, id, "moved", outreach -> outreach.to(to, write.at()));
    }

    /** 404 {@code outreach.unknown}. */
    public Outreach find(MerchantId merchant, OutreachId id) {
        return register.find(merchant, id);
    }

    /** At most so many, the newest first, made before that one. */
    public List<Outreach> list(MerchantId merchant, OutreachFilter filter, @Nullable OutreachId before, int limit) {
        return outreaches.list(merchant, filter, before, limit);
    }

    /** By which it is judged what is overdue: the store's clock, not that of a process. */
    public Instant now() {
        return outreaches.now();
    }
}
