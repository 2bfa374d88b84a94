package io.factmatrix.creator.application;

import io.factmatrix.creator.domain.collaboration.Collaboration;
import io.factmatrix.creator.domain.collaboration.CollaborationFilter;
import io.factmatrix.creator.domain.collaboration.CollaborationId;
import io.factmatrix.creator.domain.collaboration.CollaborationState;
import io.factmatrix.creator.domain.collaboration.CollaborationTerms;
import io.factmatrix.creator.domain.collaboration.Collaborations;
import io.factmatrix.creator.domain.collaboration.Participations;
import io.factmatrix.creator.domain.creator.Creator;
import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.write.Register;
import io.factmatrix.kit.write.Write;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done with collaborations, each inside one transaction of the merchant. */
public final class CollaborationDesk {

    private final Collaborations collaborations;
    private final Register<CollaborationId, Collaboration> register;
    private final Participations participations;
    private final Register<CreatorId, Creator> creators;
    private final NewIds ids;

    public CollaborationDesk(
            Collaborations collaborations,
            Register<CollaborationId, Collaboration> register,
            Participations participations,
            Register<CreatorId, Creator> creators,
            NewIds ids) {
        this.collaborations = collaborations;
        this.register = register;
        this.participations = participations;
        this.creators = creators;
        this.ids = ids;
    }

    /** 404 {@code creator.unknown}. */
    public Collaboration draft(Write write, CollaborationTerms terms) {
        requireKnown(write, terms);
        return register.add(write, Collaboration.drafted(new CollaborationId(ids.next(write.at())), terms, write.at()));
    }

    /**
     * 404 {@code collaboration.unknown}, {@code creator.unknown}, 412 {@code revision.mismatch}, 409 {@code collaboration.over}, {@code
     * collaboration.binding}, {@code rates.in_force}, {@code creator.unnamed} when somebody who takes part would not be named any more.
     */
    public Collaboration change(Write write, CollaborationId id, CollaborationTerms terms) {
        return register.change(write, id, "changed", collaboration -> {
            requireKnown(write, terms);
            var changed = collaboration.on(terms, write.at());
            participations.creators(write.merchant(), id).forEach(changed::requireFor);
            return changed;
        });
    }

    private void requireKnown(Write write, CollaborationTerms terms) {
        terms.creators().forEach(creator -> creators.find(write.merchant(), creator));
    }

    /** 404 {@code collaboration.unknown}, 412 {@code revision.mismatch}, 409 {@code transition.refused}. */
    public Collaboration move(Write write, CollaborationId id, CollaborationState to) {
        return register.change(write, id, "moved", collaboration -> collaboration.to(to, write.at()));
    }

    /** 404 {@code collaboration.unknown}. */
    public Collaboration find(MerchantId merchant, CollaborationId id) {
        return register.find(merchant, id);
    }

    /** At most so many, the newest first, made before that one. */
    public List<Collaboration> list(
            MerchantId merchant, CollaborationFilter filter, @Nullable CollaborationId before, int limit) {
        return collaborations.list(merchant, filter, before, limit);
    }
}
