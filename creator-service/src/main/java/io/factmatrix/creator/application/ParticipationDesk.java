package io.factmatrix.creator.application;

import io.factmatrix.creator.domain.collaboration.Collaboration;
import io.factmatrix.creator.domain.collaboration.CollaborationId;
import io.factmatrix.creator.domain.collaboration.Participation;
import io.factmatrix.creator.domain.collaboration.ParticipationFilter;
import io.factmatrix.creator.domain.collaboration.ParticipationId;
import io.factmatrix.creator.domain.collaboration.ParticipationPlan;
import io.factmatrix.creator.domain.collaboration.Participations;
import io.factmatrix.creator.domain.creator.Creator;
import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.write.Register;
import io.factmatrix.kit.write.Write;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be done with participations, each inside one transaction of the merchant. Whoever begins one holds its creator, then its collaboration. */
public final class ParticipationDesk {

    private final Participations participations;
    private final Register<ParticipationId, Participation> register;
    private final Register<CollaborationId, Collaboration> collaborations;
    private final Register<CreatorId, Creator> creators;
    private final NewIds ids;

    public ParticipationDesk(
            Participations participations,
            Register<ParticipationId, Participation> register,
            Register<CollaborationId, Collaboration> collaborations,
            Register<CreatorId, Creator> creators,
            NewIds ids) {
        this.participations = participations;
        this.register = register;
        this.collaborations = collaborations;
        this.creators = creators;
        this.ids = ids;
    }

    /**
     * 404 {@code creator.unknown}, {@code collaboration.unknown}, 409 {@code creator.blocked}, {@code collaboration.over}, {@code creator.unnamed}, {@code
     * participation.exists}, {@code touchpoint.linked}.
     */
    public Participation begin(Write write, CollaborationId collaboration, CreatorId creator, ParticipationPlan plan) {
        creators.hold(write, creator).requireActive();
        var held = collaborations.hold(write, collaboration);
        held.requireGoingOn();
        held.requireFor(creator);
        participations.of(write.merchant(), collaboration, creator).ifPresent(other -> {
            throw new ProblemException(
                    409,
                    "participation.exists",
                    "creator: %s takes part by %s (expected: one who does not yet)".formatted(creator, other.id()),
                    Map.of("participation", other.id().value()));
        });
        var id = new ParticipationId(ids.next(write.at()));
        return register.add(write, Participation.begun(id, collaboration, creator, plan, write.at()));
    }

    /** 404 {@code participation.unknown}, 412 {@code revision.mismatch}, 409 {@code touchpoint.linked}. */
    public Participation change(Write write, ParticipationId id, ParticipationPlan plan) {
        return register.change(write, id, "changed", participation -> participation.by(plan, write.at()));
    }

    /** 404 {@code participation.unknown}. */
    public Participation find(MerchantId merchant, ParticipationId id) {
        return register.find(merchant, id);
    }

    /** At most so many, the newest first, made before that one. */
    public List<Participation> list(
            MerchantId merchant, ParticipationFilter filter, @Nullable ParticipationId before, int limit) {
        return participations.list(merchant, filter, before, limit);
    }

    /** By which it is judged what is overdue: the store's clock, not that of a process. */
    public Instant now() {
        return participations.now();
    }
}
